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

    /// <summary>The body as UTF-8 text; empty when there is none.</summary>
    public required string Body { get; init; }

    /// <summary>The operation that the verb and path name; null when they name none.</summary>
    public required string? OperationId { get; init; }

    /// <summary>The status that was sent; null when none was: not yet, the connection was reset, or the caller had gone.</summary>
    public required int? StatusCode { get; init; }
}
