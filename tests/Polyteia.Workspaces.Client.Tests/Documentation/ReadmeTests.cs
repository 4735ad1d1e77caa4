using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Polyteia.Workspaces.Client.Tests.Documentation;

/// <summary>What the pages say of this client is true, and their code runs.</summary>
/// <remarks>Examples read the process's environment and write to its console, so nothing else may run beside them.</remarks>
[Collection(RunAlone.Name)]
public class ReadmeTests
{
    private const string PackagePage = "src/Polyteia.Workspaces.Client/README.md";

    /// <summary>What every project of the SDK has.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Examples =>
        [.. Example.All.Where(example => example.IsPolyteias).Select(example => (example.Page, example.Line))];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_compiles_and_runs(string page, int line)
    {
        var program = Compile(Example.All.Single(example => example.Page == page && example.Line == line));

        await RunAsync(program);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData(PackagePage)]
    public async Task The_first_example_prints_the_workspaces(string page)
    {
        var program = Compile(Example.All.First(example => example.Page == page && example.IsPolyteias));

        (await RunAsync(program)).Should().ContainAll("Department 1", "Department 2", "Department 3");
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData(PackagePage)]
    public void A_page_tells_of_every_query_and_command_whether_it_is_retried_and_what_calls_it(string page)
    {
        foreach (var operation in Operations.All)
        {
            var cells = Rows(page).Should().ContainSingle(cells => cells[0] == $"`{operation.Id}`").Subject;
            cells[2].Should().Be(operation.Safety == RetrySafety.Unsafe ? "only when surely not applied" : "yes");
        }

        var named = Rows(page)
            .Where(cells => cells[0].Contains('_'))
            .SelectMany(cells => cells[1].Split(", "))
            .Select(name => name.Trim('`'));
        named.Should().BeEquivalentTo(typeof(IPolyteiaWorkspacesClient).GetMethods().Select(method => method.Name));
    }

    [Fact]
    public void The_page_of_the_package_names_every_exception() =>
        Repository
            .Read(PackagePage)
            .Should()
            .ContainAll(
                typeof(PolyteiaException)
                    .Assembly.GetExportedTypes()
                    .Where(type => type.IsAssignableTo(typeof(Exception)))
                    .Select(type => type.Name)
            );

    private static IEnumerable<string[]> Rows(string page) =>
        Repository
            .Read(page)
            .Split('\n')
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 3 && cells[0].StartsWith('`'));

    private static Assembly Compile(Example example)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "Example",
            [CSharpSyntaxTree.ParseText(example.Code, options), CSharpSyntaxTree.ParseText(ImplicitUsings, options)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)
        );
        using var image = new MemoryStream();
        compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Should().BeEmpty();
        return Assembly.Load(image.ToArray());
    }

    /// <summary>Runs a program against a stub of its own, whose address and key are in the environment. What it printed.</summary>
    private static async Task<string> RunAsync(Assembly program)
    {
        await using var stub = await StubService.StartAsync(cancellationToken: Cancel);
        stub.Seed(3);
        using var environment = new Hosting.EnvironmentVariables(stub.CreateApiKey(), stub.BaseAddress.ToString());
        var console = Console.Out;
        await using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            // The entry point waits for the real one, which can be awaited.
            var main = program.EntryPoint!.DeclaringType!.GetMethod("<Main>$", BindingFlags.Static | BindingFlags.NonPublic)!;
            await (Task)main.Invoke(null, [Array.Empty<string>()])!;
        }
        finally
        {
            Console.SetOut(console);
        }

        stub.Requests.Should().NotBeEmpty();
        return output.ToString();
    }
}
