using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Conventions;

/// <summary>The files that the client was built from.</summary>
internal static class Repository
{
    public static string Root => RepositoryRoot.Path;

    public static string Source => Path.Combine(Root, "src", "Amigo.Workspaces.Client");

    /// <summary>What every client compiles in.</summary>
    public static string Shared => Path.Combine(Root, "src", "Shared");

    /// <summary>The source files of the client, without what the compiler generates.</summary>
    public static IEnumerable<string> SourceFiles => FilesIn(Source).Concat(FilesIn(Shared));

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin"));
}
