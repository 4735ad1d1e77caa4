using System.Reflection;
using Amigo.Workspaces.Emulator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Amigo.Workspaces.Client.Tests.Documentation;

/// <summary>An example, compiled.</summary>
internal sealed class ExampleProgram
{
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

    /// <summary>What fragments have besides: the namespaces, and the names that README.md says are there.</summary>
    private const string Surroundings = """
        global using Amigo.Workspaces.Client;
        global using Amigo.Workspaces.Emulator;
        global using Xunit;
        global using static Surroundings;

        internal static class Surroundings
        {
            public static WorkspacesEmulator emulator { get; set; } = null!;
            public static IWorkspacesClient client { get; set; } = null!;
            public static Workspace workspace { get; set; } = null!;
            public static CancellationToken cancellationToken { get; set; }
        }
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ]
    );

    private readonly Assembly _assembly;

    private ExampleProgram(Assembly assembly) => _assembly = assembly;

    /// <summary>The program; or what the compiler says against it, warnings included.</summary>
    public static (ExampleProgram? Program, IReadOnlyList<string> Complaints) Compile(Example example)
    {
        var code = CSharpSyntaxTree.ParseText(example.Code, ParseOptions);
        SyntaxTree[] trees = [code, .. Files(example).Select(text => CSharpSyntaxTree.ParseText(text, ParseOptions))];
        var hasStatements = code.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        var compilation = CSharpCompilation.Create(
            "Example",
            trees,
            References.Value,
            new CSharpCompilationOptions(
                hasStatements ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                // As in every project of the SDK: a package may be compiled against an older framework.
                specificDiagnosticOptions: [KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress)]
            )
        );

        using var image = new MemoryStream();
        var complaints = compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        string[] texts = [.. complaints.Select(complaint => $"{example.Page} (block on line {example.Line}) {complaint}")];
        return texts.Length > 0 ? (null, texts) : (new ExampleProgram(Assembly.Load(image.ToArray())), texts);
    }

    /// <summary>Runs the statements of a program, or the tests of a test class.</summary>
    public async Task RunAsync(WorkspacesEmulator emulator, WorkspacesClient client, Workspace workspace)
    {
        if (_assembly.GetType("Surroundings") is { } surroundings)
        {
            surroundings.GetProperty("emulator")!.SetValue(null, emulator);
            surroundings.GetProperty("client")!.SetValue(null, client);
            surroundings.GetProperty("workspace")!.SetValue(null, workspace);
            surroundings.GetProperty("cancellationToken")!.SetValue(null, TestContext.Current.CancellationToken);
        }

        // The entry point waits for the real one, which can be awaited.
        if (_assembly.EntryPoint?.DeclaringType?.GetMethod("<Main>$", BindingFlags.Static | BindingFlags.NonPublic) is { } main)
        {
            await CompleteAsync(main.Invoke(null, [Array.Empty<string>()]));
        }

        foreach (var tests in _assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(IsTest).GroupBy(test => test.DeclaringType!))
        {
            await RunAsync(tests.Key, tests);
        }
    }

    private static IEnumerable<string> Files(Example example) => example.IsWholeFile ? [ImplicitUsings] : [ImplicitUsings, Surroundings];

    /// <summary>Runs the tests of a class with its fixtures: as xunit does, the fixtures once and the class anew for each test.</summary>
    private static async Task RunAsync(Type testClass, IEnumerable<MethodInfo> tests)
    {
        var parameters = testClass.GetConstructors().Single().GetParameters();
        object[] fixtures = [.. parameters.Select(parameter => Activator.CreateInstance(parameter.ParameterType)!)];
        foreach (var fixture in fixtures.OfType<IAsyncLifetime>())
        {
            await fixture.InitializeAsync();
        }

        foreach (var test in tests)
        {
            await CompleteAsync(test.Invoke(Activator.CreateInstance(testClass, fixtures), []));
        }

        foreach (var fixture in fixtures.OfType<IAsyncDisposable>())
        {
            await fixture.DisposeAsync();
        }
    }

    private static bool IsTest(MethodInfo method) => method.GetCustomAttribute<FactAttribute>() is not null;

    private static Task CompleteAsync(object? result) => result as Task ?? Task.CompletedTask;
}
