namespace Amigo.Workspaces.Cli.Manifest;

/// <summary>A value of a manifest, with the line that it stands on.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Size">How many values it holds, itself included. What an alias stands for counts at each place.</param>
internal abstract record ManifestNode(long Line, long Size);

/// <param name="Line">From 1.</param>
/// <param name="Value">The text.</param>
/// <param name="IsPlain">Whether it stands there without quotes, so that it can mean null or true.</param>
internal sealed record ManifestScalar(long Line, string Value, bool IsPlain) : ManifestNode(Line, 1);

internal sealed record ManifestSequence(long Line, long Size, IReadOnlyList<ManifestNode> Items) : ManifestNode(Line, Size);

internal sealed record ManifestMapping(long Line, long Size, IReadOnlyDictionary<string, ManifestNode> Members) : ManifestNode(Line, Size);
