namespace PolyteiaStub;

/// <summary>A request as it arrived.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path.</param>
/// <param name="Query">The query or command that its envelope names; empty when it names none.</param>
/// <param name="Headers">The headers, by name in any case.</param>
/// <param name="Body">The body.</param>
public sealed record StubRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body);
