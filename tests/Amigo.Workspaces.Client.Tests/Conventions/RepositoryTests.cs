using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Amigo.Workspaces.Client.Tests.Conventions;

public class RepositoryTests
{
    private static IReadOnlyList<string> SourceFiles { get; } =
    [.. Repository.SourceFilesIn("Amigo.Workspaces.Client"), .. Repository.SourceFilesIn("Shared")];

    [Fact]
    public void No_source_file_is_longer_than_anybody_wants_to_read() =>
        SourceFiles.Where(file => File.ReadLines(file).Count() > 400).Should().BeEmpty();

    [Fact]
    public void Every_public_type_lives_in_a_file_of_its_name_or_with_its_small_relatives()
    {
        var files = SourceFiles.Select(Path.GetFileNameWithoutExtension).Append("WorkspacesServerException").ToHashSet();

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
    public void Nobody_switches_the_ban_of_clocks_off() =>
        SourceFiles.Where(file => File.ReadAllText(file).Contains("RS0030")).Should().BeEmpty();

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
        SourceFiles
            .SelectMany(File.ReadLines)
            .Where(line => Regex.IsMatch(line, "SuppressMessage\\(") && !line.Contains("Justification = \"", StringComparison.Ordinal))
            .Should()
            .BeEmpty();

    private static CSharpCompilation Framework { get; } =
        CSharpCompilation.Create(
            "framework",
            references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path))
        );

    private static IEnumerable<string> BannedSymbols() =>
        File.ReadLines(Repository.PathOf("src/Shared/BannedSymbols.txt")).Where(line => line.Length > 0).Select(line => line.Split(';')[0]);
}
