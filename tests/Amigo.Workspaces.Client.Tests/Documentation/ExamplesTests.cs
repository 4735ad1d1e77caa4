using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Documentation;

/// <summary>Examples read the process's environment and write to its console, so nothing else may run beside them.</summary>
[Collection(RunAlone.Name)]
public sealed class ExamplesTests
{
    public static TheoryData<string, int> Examples =>
        [
            .. Example
                .All.Where(example => example.Language == "csharp" && !example.IsPolyteias)
                .Select(example => (example.Page, example.Line)),
        ];

    [Fact]
    public void Every_block_says_what_language_it_is_in()
    {
        // Under another name of C# a block would not be compiled.
        string[] otherNames = ["", "cs", "c#", "csx"];

        Example.All.Should().OnlyContain(example => !otherNames.Contains(example.Language.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/getting-started.md")]
    [InlineData("docs/errors.md")]
    [InlineData("docs/retries.md")]
    [InlineData("docs/paging.md")]
    [InlineData("docs/configuration.md")]
    [InlineData("docs/environments-and-promotion.md")]
    [InlineData("docs/health-checks.md")]
    [InlineData("docs/troubleshooting.md")]
    [InlineData("docs/testing.md")]
    [InlineData("docs/telemetry.md")]
    [InlineData("docs/security.md")]
    [InlineData("src/Amigo.Workspaces.Client/README.md")]
    public void A_guide_begins_with_working_code(string page)
    {
        Example.All.Where(example => example.Page == page).Should().Contain(example => example.Language == "csharp");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_compiles_and_runs(string page, int line)
    {
        var (program, complaints) = ExampleProgram.Compile(Find(page, line));

        complaints.Should().BeEmpty();
        await RunAsync(program!);
    }

    [Fact]
    public void The_members_that_everybody_begins_with_have_an_example()
    {
        var documented = Example
            .All.Where(example => example.Page.EndsWith(".cs", StringComparison.Ordinal))
            .Select(example => example.Code);

        string.Join('\n', documented)
            .Should()
            .ContainAll(
                "new WorkspacesClient(",
                ".ListAsync(",
                ".CreateAsync(",
                ".EnsureCreatedAsync(",
                ".GetAsync(",
                ".UpdateAsync(",
                ".ConvertEnvironmentAsync(",
                ".ArchiveAsync(",
                ".AddWorkspacesClient(",
                "new RequestOptions",
                "catch (WorkspacesException"
            );
    }

    [Fact]
    public async Task The_first_example_of_the_readme_prints_the_workspaces()
    {
        var example = Example.All.First(example => example is { Page: "README.md", Language: "csharp" });

        var (program, _) = ExampleProgram.Compile(example);
        var (output, emulator) = await RunAsync(program!);

        output.Should().ContainAll(emulator.Workspaces.Select(workspace => workspace.Slug));
    }

    [Fact]
    public async Task The_health_check_is_the_one_that_the_sample_uses()
    {
        var example = Example.All.Single(example => example is { Page: "docs/health-checks.md", Language: "csharp" });
        var sample = Repository.Read("samples/WebApi/WorkspacesHealthCheck.cs");

        var (program, _) = ExampleProgram.Compile(example);
        var (output, _) = await RunAsync(program!);

        output.Should().Contain("Healthy");
        example.Code.Should().Contain(sample[sample.IndexOf("internal sealed class", StringComparison.Ordinal)..].Trim());
    }

    [Theory]
    [InlineData("client.Nope();", "CS1061")]
    [InlineData("string text = null;", "CS8600")]
    [InlineData("using System.Text;\nclient.ToString();", "CS0103")]
    public void An_example_that_is_wrong_is_caught(string code, string complaint)
    {
        var (program, complaints) = ExampleProgram.Compile(new Example("page.md", 1, "csharp", code));

        program.Should().BeNull();
        complaints.Should().Contain(text => text.Contains(complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_example_that_fails_when_it_runs_is_caught()
    {
        const string code = "await client.GetAsync(Guid.NewGuid());";
        var (program, _) = ExampleProgram.Compile(new Example("page.md", 1, "csharp", code));

        await FluentActions.Awaiting(() => RunAsync(program!)).Should().ThrowAsync<WorkspacesNotFoundException>();
    }

    private static Example Find(string page, int line) => Example.All.Single(example => example.Page == page && example.Line == line);

    /// <summary>Runs a program against an emulator of its own, whose address and key are in the environment.</summary>
    private static async Task<(string Output, WorkspacesEmulator Emulator)> RunAsync(ExampleProgram program)
    {
        await using var emulator = await WorkspacesEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.Seed(3);
        var staging = emulator.Workspaces.Single(workspace => workspace.Environment == "staging");
        var key = emulator.CreateApiKey(WorkspaceRole.Owner);
        using var client = new WorkspacesClient(new WorkspacesClientOptions { ApiKey = key, BaseAddress = emulator.BaseAddress });
        var workspace = await client.GetAsync(staging.Id, cancellationToken: TestContext.Current.CancellationToken);
        emulator.ClearRequests();

        var console = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        Environment.SetEnvironmentVariable("AMIGO_API_KEY", key);
        Environment.SetEnvironmentVariable("AMIGO_BASE_URL", emulator.BaseAddress.ToString());
        try
        {
            await program.RunAsync(emulator, client, workspace);
        }
        finally
        {
            Environment.SetEnvironmentVariable("AMIGO_API_KEY", null);
            Environment.SetEnvironmentVariable("AMIGO_BASE_URL", null);
            Console.SetOut(console);
        }

        return (output.ToString(), emulator);
    }
}
