namespace WorkspaceClients.Tests;

/// <summary>The files of the repository that this assembly was built in.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The guides, the pages of the packages, and the pages at the root.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        .. Directory
            .EnumerateFiles(Root, "*.md")
            .Concat(Directory.EnumerateFiles(PathOf("docs"), "*.md", SearchOption.AllDirectories))
            .Concat(
                Directory
                    .EnumerateDirectories(PathOf("src"), "*.Workspaces.*")
                    .Select(folder => Path.Combine(folder, "README.md"))
                    .Where(File.Exists)
            )
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static string PathOf(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>The source files in a folder below src, without what the compiler generates.</summary>
    public static IEnumerable<string> SourceFilesIn(string folder)
    {
        var path = PathOf($"src/{folder}");
        return Directory
            .EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(path, file).Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin"));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Amigo.Workspaces.Client.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
