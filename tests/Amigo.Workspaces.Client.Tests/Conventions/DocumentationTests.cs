using System.Reflection;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Amigo.Workspaces.Client.Tests.Conventions;

public class DocumentationTests
{
    private static readonly Assembly Assembly = typeof(WorkspacesClient).Assembly;

    private static Dictionary<string, XElement> Docs { get; } =
        XDocument
            .Load(Path.ChangeExtension(Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!);

    public static TheoryData<string, string> ApiMethods =>
        new(
            from operation in Operations.All
            from type in new[] { typeof(IWorkspacesApi), typeof(IAccountApi) }
            from method in type.GetMethods()
            where method.Name.Equals(operation.Id.Replace("-", "") + "Async", StringComparison.OrdinalIgnoreCase)
            select new TheoryDataRow<string, string>(operation.Id, $"M:{type.FullName}.{method.Name}(")
        );

    [Fact]
    public void Every_public_member_has_a_summary() =>
        PublicMembers()
            .Select(symbol => symbol.GetDocumentationCommentId()!)
            .Where(id => !Docs.TryGetValue(id, out var doc) || !SaysSomething(doc))
            .Should()
            .BeEmpty();

    [Theory]
    [MemberData(nameof(ApiMethods))]
    public void An_operations_method_names_its_operationId_and_its_permission(string operationId, string method)
    {
        var doc = Docs.Single(entry => entry.Key.StartsWith(method, StringComparison.Ordinal)).Value;

        doc.Descendants("c").Select(code => code.Value).Should().Contain(operationId);
        Text(doc).Should().MatchRegex(@"permission Workspace\.(view|update)|needs owner access|the contract names no permission");
        doc.Elements("exception").Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("AttemptTimeout", "30 s unless set")]
    [InlineData("TotalTimeout", "100 s unless set")]
    [InlineData("MaxRetries", "2 unless set")]
    [InlineData("RetryBaseDelay", "250 ms unless set")]
    [InlineData("MaxRetryDelay", "30 s unless set")]
    [InlineData("BaseAddress", "https://api.platform.amigo.ai unless set")]
    public void An_option_documents_its_default(string option, string words) =>
        Text(Docs[$"P:{typeof(WorkspacesClientOptions).FullName}.{option}"]).Should().Contain(words);

    [Fact]
    public void The_documented_defaults_are_the_real_ones() =>
        new WorkspacesClientOptions()
            .Should()
            .BeEquivalentTo(
                new
                {
                    ApiKey = (string?)null,
                    ApiKeyProvider = (Func<CancellationToken, ValueTask<string>>?)null,
                    BaseAddress = new Uri("https://api.platform.amigo.ai"),
                    AttemptTimeout = TimeSpan.FromSeconds(30),
                    TotalTimeout = TimeSpan.FromSeconds(100),
                    MaxRetries = 2,
                    RetryBaseDelay = TimeSpan.FromMilliseconds(250),
                    MaxRetryDelay = TimeSpan.FromSeconds(30),
                    ApplicationName = (string?)null,
                    TimeProvider = TimeProvider.System,
                }
            );

    private static bool SaysSomething(XElement doc) =>
        doc.Element("inheritdoc") is not null || (doc.Element("summary") is { } summary && Text(summary).Length > 0);

    private static string Text(XElement doc) => string.Join(' ', doc.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What a caller can see, as the compiler sees it; without what records and enums have by nature.</summary>
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
        && member is not IMethodSymbol { Name: "Deconstruct" }
        && member is not IFieldSymbol { Name: "value__" };
}
