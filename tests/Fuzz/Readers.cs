namespace Fuzz;

/// <summary>What reads bytes that strangers wrote. Each ends as its documentation says, or throws a <see cref="BrokenPromiseException" />.</summary>
public static class Readers
{
    /// <summary>By the name of the folder that holds its corpus.</summary>
    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } =
        new Dictionary<string, Action<byte[]>>(StringComparer.Ordinal)
        {
            ["successes"] = SuccessReader.Read,
            ["pages"] = PageReader.Read,
            ["errors"] = ErrorReader.Read,
            ["headers"] = HeaderReader.Read,
            ["dates"] = DateReader.Read,
            ["manifests"] = ManifestReader.Read,
        };
}
