namespace Amigo.Workspaces.Packages.Tests;

public sealed class LockFileTests
{
    /// <summary>Without those of eng/consumers, which are not projects of this repository but samples of others'.</summary>
    private static readonly string[] Folders = ["benchmarks", "samples", "src", "tests", "eng/Inventory", "eng/Soak"];

    public static TheoryData<string> Projects =>
        [
            .. Folders
                .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
                .Select(path => Path.GetRelativePath(Repository.Root, path)),
        ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_has_a_lock_file_that_names_no_package_source(string project)
    {
        var lockFile = Path.Combine(Path.GetDirectoryName(Repository.PathOf(project))!, "packages.lock.json");

        File.Exists(lockFile).Should().BeTrue("dotnet restore writes it");
        File.ReadAllText(lockFile).Should().NotContain("://");
    }
}
