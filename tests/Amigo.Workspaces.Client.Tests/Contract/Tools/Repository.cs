namespace Amigo.Workspaces.Client.Tests.Contract.Tools;

/// <summary>Where the files are that the contract tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string OpenApi => Path.Combine(Root, "openapi.json");

    public static string Tools => Path.Combine(Root, "tests", "contract");

    public static string Stubs => Path.Combine(Tools, "stubs");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Amigo.Workspaces.Client.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName
            ?? throw new InvalidOperationException("No directory above the tests holds Amigo.Workspaces.Client.sln.");
    }
}
