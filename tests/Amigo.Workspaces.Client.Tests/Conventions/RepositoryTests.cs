using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Amigo.Workspaces.Client.Tests.Conventions;

public class RepositoryTests
{
    [Fact]
    public void The_package_depends_on_two_packages_and_nothing_else() =>
        PackagesOf(reference => reference.Parent!.Attribute("Condition") is null)
            .Should()
            .BeEquivalentTo("Microsoft.Extensions.Http", "Polly.Core");

    [Fact]
    public void For_NET_Framework_it_depends_on_three_more_that_newer_frameworks_have_within() =>
        PackagesOf(reference => (string?)reference.Parent!.Attribute("Condition") == "'$(TargetFramework)' == 'netstandard2.0'")
            .Should()
            .BeEquivalentTo("Microsoft.Bcl.TimeProvider", "System.Diagnostics.DiagnosticSource", "System.Text.Json");

    [Fact]
    public void The_package_refers_to_no_other_project_or_framework() =>
        Repository
            .ProjectFiles.SelectMany(file => XDocument.Load(file).Descendants())
            .Where(element => element.Name.LocalName is "ProjectReference" or "FrameworkReference" or "Reference")
            .Should()
            .BeEmpty();

    [Fact]
    public void No_source_file_is_longer_than_anybody_wants_to_read() =>
        Repository.SourceFiles.Where(file => File.ReadLines(file).Count() > 400).Should().BeEmpty();

    [Fact]
    public void Every_public_type_lives_in_a_file_of_its_name_or_with_its_small_relatives()
    {
        var files = Repository.SourceFiles.Select(Path.GetFileNameWithoutExtension).Append("WorkspacesServerException").ToHashSet();

        typeof(WorkspacesClient)
            .Assembly.GetExportedTypes()
            .Where(type =>
                !type.IsNested && type.BaseType != typeof(WorkspacesApiException) && type.BaseType != typeof(WorkspacesServerException)
            )
            .Select(type => type.Name.Split('`')[0])
            .Should()
            .BeSubsetOf(files!);
    }

    [Fact]
    public void The_banned_clocks_are_wired_into_the_build_as_errors()
    {
        var elements = Repository
            .ProjectFiles.SelectMany(file => XDocument.Load(file).Descendants())
            .ToLookup(element => element.Name.LocalName);

        elements["PackageReference"]
            .Select(reference => (string?)reference.Attribute("Include"))
            .Should()
            .Contain("Microsoft.CodeAnalysis.BannedApiAnalyzers");
        elements["AdditionalFiles"]
            .Select(file => (string?)file.Attribute("Include"))
            .Should()
            .ContainSingle(file => file!.EndsWith("BannedSymbols.txt"));
        elements["NoWarn"].Should().BeEmpty();
        File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props"))
            .Should()
            .Contain("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        Repository.SourceFiles.Where(file => File.ReadAllText(file).Contains("RS0030")).Should().BeEmpty("nobody switches the ban off");
    }

    [Fact]
    public void Every_banned_symbol_exists() =>
        BannedSymbols()
            .Where(symbol => DocumentationCommentId.GetFirstSymbolForDeclarationId(symbol, Framework) is null)
            .Should()
            .BeEmpty("a misspelt line bans nothing");

    [Fact]
    public void Every_wait_and_every_wall_clock_of_the_framework_that_takes_no_TimeProvider_is_banned()
    {
        var types = new[] { "System.DateTime", "System.DateTimeOffset", "System.Threading.Thread", "System.Threading.Tasks.Task" };
        var clocks = types
            .SelectMany(type => Framework.GetTypeByMetadataName(type)!.GetMembers())
            .Where(member => member.Name is "Now" or "UtcNow" or "Sleep" or "Delay" && member.DeclaredAccessibility == Accessibility.Public)
            .Where(member =>
                member is not IMethodSymbol method || method.Parameters.All(parameter => parameter.Type.Name != "TimeProvider")
            )
            .Select(member => member.GetDocumentationCommentId()!);

        clocks.Should().NotBeEmpty().And.BeSubsetOf(BannedSymbols());
    }

    [Fact]
    public void Suppressions_of_warnings_say_why() =>
        Repository
            .SourceFiles.SelectMany(File.ReadLines)
            .Where(line => Regex.IsMatch(line, "SuppressMessage\\(") && !line.Contains("Justification = \"", StringComparison.Ordinal))
            .Should()
            .BeEmpty();

    private static IEnumerable<string?> PackagesOf(Func<XElement, bool> condition) =>
        Repository
            .ProjectFiles.SelectMany(file => XDocument.Load(file).Descendants("PackageReference"))
            .Where(reference => (string?)reference.Attribute("PrivateAssets") != "all" && condition(reference))
            .Select(reference => (string?)reference.Attribute("Include"));

    private static CSharpCompilation Framework { get; } =
        CSharpCompilation.Create(
            "framework",
            references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path))
        );

    private static IEnumerable<string> BannedSymbols() =>
        File.ReadLines(Path.Combine(Repository.Shared, "BannedSymbols.txt"))
            .Where(line => line.Length > 0)
            .Select(line => line.Split(';')[0]);
}
