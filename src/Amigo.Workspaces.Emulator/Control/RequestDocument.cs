using Amigo.Workspaces.Emulator.State;

namespace Amigo.Workspaces.Emulator.Control;

/// <summary>A request of the journal, without what lets its reader in elsewhere.</summary>
internal sealed record RequestDocument
{
    private const string Struck = "***";
    private const int MaxShown = 8 * 1024;

    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization",
        "Cookie",
        "Proxy-Authorization",
        ControlAccess.KeyHeader,
    };

    public required long Number { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string Query { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required string Body { get; init; }

    public required string? Operation { get; init; }

    public required WorkspaceRole? Role { get; init; }

    public required int? Status { get; init; }

    public required string ResponseBody { get; init; }

    public required string? Fault { get; init; }

    public required double? DurationMs { get; init; }

    public static RequestDocument Of(RecordedRequest request) =>
        new()
        {
            Number = request.Number,
            ReceivedAt = request.ReceivedAt.ToMicroseconds(),
            Method = request.Method,
            Path = request.Path,
            Query = request.Query,
            Headers = request.Headers.ToDictionary(
                header => header.Key,
                header => Secrets.Contains(header.Key) ? Struck : header.Value,
                StringComparer.OrdinalIgnoreCase
            ),
            Body = request.Body,
            Operation = request.OperationId,
            Role = request.Role,
            Status = request.StatusCode,
            ResponseBody = request.ResponseBody,
            Fault = request.Fault,
            DurationMs = request.Duration is { } duration ? Math.Round(duration.TotalMilliseconds, 1) : null,
        };

    /// <summary>For a page that asks every second: with the beginning of its body.</summary>
    public RequestDocument Shortened()
    {
        if (Body.Length <= MaxShown)
        {
            return this;
        }

        // Half of a surrogate pair is no text.
        return this with
        {
            Body = Body[..(char.IsHighSurrogate(Body[MaxShown - 1]) ? MaxShown - 1 : MaxShown)],
        };
    }
}
