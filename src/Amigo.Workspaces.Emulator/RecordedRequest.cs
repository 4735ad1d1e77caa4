using System.Text;
using WorkspaceClients.Models;

namespace Amigo.Workspaces.Emulator;

/// <summary>A request that reached the emulator, as it came over the wire.</summary>
public sealed record RecordedRequest
{
    /// <summary>The verb, such as <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path as sent, escapes included, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The raw query without its <c>?</c>; empty when there is none.</summary>
    public required string Query { get; init; }

    /// <summary>The headers, their names in any case. Several values of one name are joined by a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body as UTF-8 text; empty when there is none, when it was too large, or when the request had no known key.</summary>
    public required string Body { get; init; }

    /// <summary>The operation that the verb and path name; null when they name none.</summary>
    public required string? OperationId { get; init; }

    /// <summary>The status that was sent; null when none was: not yet, the connection was reset, or the caller had gone.</summary>
    public required int? StatusCode { get; init; }

    /// <summary>When it arrived, by the emulator's clock.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The role of its key; null when it had no known key.</summary>
    public WorkspaceRole? Role { get; init; }

    /// <summary>The fault that struck it, such as <c>Status(503)</c>; null when none did.</summary>
    public string? Fault { get; init; }

    /// <summary>The first 8 KB of the body that was sent, as UTF-8 text; empty when there was none.</summary>
    public string ResponseBody { get; init; } = "";

    /// <summary>How long it took, from its arrival to the end of its answer; null until then.</summary>
    public TimeSpan? Duration { get; init; }

    // Its place among all requests, from 1 on.
    internal long Number { get; init; }

    // About how many bytes of memory it takes.
    internal long Size =>
        512
        + (2L * (Method.Length + Path.Length + Query.Length + Body.Length + ResponseBody.Length))
        + Headers.Sum(header => 64 + (2L * (header.Key.Length + header.Value.Length)));

    private bool PrintMembers(StringBuilder builder) =>
        RecordText.Print(
            builder,
            (nameof(Method), Method),
            (nameof(Path), Path),
            (nameof(Query), Query),
            (nameof(Headers), RecordText.CountOf(Headers.Count)),
            (nameof(Body), Body),
            (nameof(OperationId), OperationId),
            (nameof(StatusCode), StatusCode),
            (nameof(ReceivedAt), ReceivedAt),
            (nameof(Role), Role),
            (nameof(Fault), Fault),
            (nameof(ResponseBody), ResponseBody),
            (nameof(Duration), Duration)
        );
}
