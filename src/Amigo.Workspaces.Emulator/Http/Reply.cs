using System.Text;
using System.Text.Json;
using Amigo.Workspaces.Emulator.State;
using Amigo.Workspaces.Emulator.Validation;

namespace Amigo.Workspaces.Emulator.Http;

/// <summary>An answer before it is sent.</summary>
internal sealed record Reply(int Status, byte[] Body)
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    public static Reply Json(int status, Action<Utf8JsonWriter> write) => new(status, JsonText.Write(write));

    public static Reply Text(int status, string body) => new(status, Encoding.UTF8.GetBytes(body));

    public static Reply Problem(int status, string detail) =>
        Json(
            status,
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("detail", detail);
                writer.WriteEndObject();
            }
        );

    public static Reply Invalid(IReadOnlyList<ValidationIssue> issues) => Json(422, writer => writer.WriteIssues(issues));

    public static Reply Of(Outcome outcome, Action<Utf8JsonWriter, EmulatedWorkspace> write, int status = 200) =>
        outcome.Workspace is { } workspace
            ? Json(status, writer => write(writer, workspace))
            : Problem(outcome.Rejection!.Status, outcome.Rejection.Detail);

    public Reply With(string header, string value) =>
        this with
        {
            Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [header] = value },
        };
}
