using System.Xml.Linq;

namespace Amigo.Workspaces.Packages.Tests;

public sealed class PublicApiTests
{
    /// <summary>Set by eng/api.sh, which writes the files anew.</summary>
    private static readonly bool Rewrites = Environment.GetEnvironmentVariable("REWRITE_API") == "true";

    public static TheoryData<string> Packages => [.. Package.All.Select(package => package.ToString())];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_api_is_what_its_file_says(string name)
    {
        var package = Package.All.Single(package => package.ToString() == name);
        var api = PublicApi.Of(package.Assembly);
        if (Rewrites)
        {
            File.WriteAllText(package.ApiFile, api);
        }

        var written = File.Exists(package.ApiFile) ? File.ReadAllText(package.ApiFile) : "";
        var gone = written.Split('\n').Except(api.Split('\n'));
        var added = api.Split('\n').Except(written.Split('\n'));

        string.Join('\n', gone.Select(line => "- " + line).Concat(added.Select(line => "+ " + line)))
            .Should()
            .BeEmpty("eng/api.sh makes every change of the API a visible one");
        api.Should().Be(written);
    }

    [Fact]
    public void Every_file_belongs_to_a_package() =>
        Directory
            .EnumerateFiles(Repository.PathOf("api"))
            .Should()
            .BeEquivalentTo(Package.All.Select(package => package.ApiFile).Distinct());

    [Theory]
    [MemberData(nameof(Packages))]
    public void No_error_type_is_in_an_api(string name) =>
        PublicApi
            .Of(Package.All.Single(package => package.ToString() == name).Assembly)
            .Should()
            .NotContain("?? ", "every type that a member mentions was found");

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_documentation_tells_of_nothing_that_a_caller_cannot_see(string name)
    {
        var package = Package.All.Single(package => package.ToString() == name);
        var documented = XDocument
            .Load(Path.ChangeExtension(package.Assembly, ".xml"))
            .Descendants("member")
            .Select(member => member.Attribute("name")!.Value)
            .ToList();

        documented.Should().NotBeEmpty();
        string.Join('\n', documented.Except(PublicApi.IdsOf(package.Assembly))).Should().BeEmpty("internal members take plain comments");
    }
}
