using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Documentation;

/// <summary>The files of the repository that this assembly was built in.</summary>
internal static class Repository
{
    public static string Root => RepositoryRoot.Path;

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
}
