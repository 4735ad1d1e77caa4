namespace Amigo.Workspaces.Client.Tests.Conventions;

/// <summary>The files that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Source => Path.Combine(Root, "src", "Amigo.Workspaces.Client");

    public static string Project => Path.Combine(Source, "Amigo.Workspaces.Client.csproj");

    /// <summary>The source files of the client, without what the compiler generates.</summary>
    public static IEnumerable<string> SourceFiles =>
        Directory
            .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Source, file).StartsWith("obj", StringComparison.Ordinal))
            .Where(file => !Path.GetRelativePath(Source, file).StartsWith("bin", StringComparison.Ordinal));

    private static string FindRoot(DirectoryInfo? from)
    {
        while (from is not null && !File.Exists(Path.Combine(from.FullName, "Amigo.Workspaces.Client.sln")))
        {
            from = from.Parent;
        }

        return from?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
