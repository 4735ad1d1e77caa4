using System.Text.Json;
using System.Xml.Linq;

namespace Amigo.Workspaces.Packages.Tests;

/// <summary>Holds docs/dependencies.md against what was restored.</summary>
public sealed class DependencyPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs/dependencies.md"));

    public static TheoryData<string> Clients => ["Amigo.Workspaces.Client", "Polyteia.Workspaces.Client"];

    [Theory]
    [MemberData(nameof(Clients))]
    public void Every_package_of_a_client_on_the_newest_target_has_its_row(string client)
    {
        var restored = Restored(client, "net10.0");

        restored.Should().NotBeEmpty();
        restored
            .Where(package => !Page.Contains($"\n| {package.Name} | {package.Version} | ", StringComparison.Ordinal))
            .Should()
            .BeEmpty();
        Page.Should().Contain($"| .NET 10, console or worker | {restored.Count + 1} |");
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void Every_package_of_a_client_on_another_target_is_named(string client)
    {
        var (older, standard) = (Restored(client, "net8.0"), Restored(client, ".NETStandard,Version=v2.0"));

        Page.Should().ContainAll(older.Concat(standard).Select(package => package.Name));
        Page.Should().Contain($"| .NET 8 | {older.Count + 1} |").And.Contain($"| .NET Standard 2.0 | {standard.Count + 1} |");
    }

    /// <summary>What the lock file lists, without what is private to the project.</summary>
    private static List<(string Name, string Version)> Restored(string client, string target)
    {
        var path = Repository.PathOf($"src/{client}/packages.lock.json");
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        return
        [
            .. file
                .RootElement.GetProperty("dependencies")
                .GetProperty(target)
                .EnumerateObject()
                .Where(package => !Private.Contains(package.Name))
                .Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!)),
        ];
    }

    private static HashSet<string> Private { get; } =
    [
        .. new[] { "Directory.Build.targets", "src/Shared/Shared.props" }
            .SelectMany(file => XDocument.Load(Repository.PathOf(file)).Descendants("PackageReference"))
            .Where(reference => (string?)reference.Attribute("PrivateAssets") == "all")
            .Select(reference => (string)reference.Attribute("Include")!),
        // The SDK adds these two where .NET Standard is a target.
        "Microsoft.NETCore.Platforms",
        "NETStandard.Library",
    ];
}
