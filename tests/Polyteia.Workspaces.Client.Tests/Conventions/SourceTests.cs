using System.Reflection;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Polyteia.Workspaces.Client.Tests.Conventions;

/// <summary>Every public member is documented, and every public type has its file.</summary>
public class SourceTests
{
    private static readonly Assembly Assembly = typeof(PolyteiaWorkspacesClient).Assembly;

    private static Dictionary<string, XElement> Docs { get; } =
        XDocument
            .Load(Path.ChangeExtension(Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!);

    private static IReadOnlyList<string> SourceFiles { get; } = [.. Repository.SourceFilesIn("Polyteia.Workspaces.Client")];

    public static TheoryData<string> Methods =>
        [.. typeof(IPolyteiaWorkspacesClient).GetMethods().Select(method => $"M:{method.DeclaringType!.FullName}.{method.Name}(")];

    [Fact]
    public void Every_public_member_has_a_summary() =>
        PublicMembers()
            .Select(symbol => symbol.GetDocumentationCommentId()!)
            .Where(id => !Docs.TryGetValue(id, out var doc) || !SaysSomething(doc))
            .Should()
            .BeEmpty();

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_method_names_its_query_or_command_and_its_exceptions(string method)
    {
        var doc = Docs.Single(entry => entry.Key.StartsWith(method, StringComparison.Ordinal)).Value;

        doc.Descendants("c").Select(code => code.Value).Should().Contain(code => Operations.All.Any(operation => operation.Id == code));
        doc.Elements("exception").Should().NotBeEmpty();
    }

    [Fact]
    public void Every_query_and_command_is_named_by_a_method() =>
        Docs.Where(entry => entry.Key.StartsWith("M:Polyteia.Workspaces.Client.IPolyteiaWorkspacesClient.", StringComparison.Ordinal))
            .SelectMany(entry => entry.Value.Descendants("c").Select(code => code.Value))
            .Should()
            .Contain(Operations.All.Select(operation => operation.Id));

    [Fact]
    public void Every_public_type_lives_in_a_file_of_its_name_or_with_its_small_relatives()
    {
        var files = SourceFiles.Select(Path.GetFileNameWithoutExtension).Append(nameof(PolyteiaServerException)).ToHashSet();

        Assembly
            .GetExportedTypes()
            .Where(type => type.BaseType != typeof(PolyteiaApiException) && type.BaseType != typeof(PolyteiaServerException))
            .Select(type => type.Name.Split('`')[0])
            .Should()
            .BeSubsetOf(files!);
    }

    [Fact]
    public void No_source_file_is_longer_than_anybody_wants_to_read() =>
        SourceFiles.Where(file => File.ReadLines(file).Count() > 350).Should().BeEmpty();

    [Fact]
    public void Suppressions_of_warnings_say_why() =>
        SourceFiles
            .SelectMany(File.ReadLines)
            .Where(line =>
                line.Contains("SuppressMessage(", StringComparison.Ordinal)
                && !line.Contains("Justification = \"", StringComparison.Ordinal)
            )
            .Should()
            .BeEmpty();

    private static bool SaysSomething(XElement doc) =>
        doc.Element("inheritdoc") is not null || !string.IsNullOrWhiteSpace(doc.Element("summary")?.Value);

    /// <summary>What a caller can see, as the compiler sees it; without what records have by nature.</summary>
    private static IEnumerable<ISymbol> PublicMembers()
    {
        var reference = MetadataReference.CreateFromFile(Assembly.Location);
        var compilation = CSharpCompilation.Create(
            "reader",
            references: [reference, MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]
        );
        var assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
        return Assembly
            .GetExportedTypes()
            .Select(type => assembly.GetTypeByMetadataName(type.FullName!)!)
            .SelectMany(type => type.GetMembers().Where(IsWritten).Prepend(type));
    }

    private static bool IsWritten(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected
        && member is not INamedTypeSymbol
        && !member
            .GetAttributes()
            .Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute" && member is not IPropertySymbol)
        && member is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet }
        && member is not IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 }
        && member is not IMethodSymbol { Name: "Deconstruct" };
}
