using System.Text.RegularExpressions;
using static Amigo.Workspaces.Emulator.Tests.Support.EmulatorProgram;

namespace Amigo.Workspaces.Emulator.Tests;

/// <summary>What the README shows works, and it leaves nothing out.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("emulator-readme-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_example_works()
    {
        await using var emulator = await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation);
        emulator.Seed(3);
        emulator.Inject(Fault.Status(503), "list-workspaces");

        using var http = new HttpClient { BaseAddress = emulator.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", emulator.CreateApiKey(WorkspaceRole.Viewer));
        using var refused = await http.GetAsync("v1/workspaces", Cancellation);
        using var served = await http.GetAsync("v1/workspaces", Cancellation);

        Assert.Equal([503, 200], emulator.Requests.Select(request => request.StatusCode));
        Assert.Contains("\"total\":3", await served.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_option_of_the_help_is_told_with_its_variable()
    {
        var (_, help, _) = await RunAsync("--help");

        var options = OptionPattern().Matches(help).Select(match => match.Groups[1].Value).Except(["version"]).ToList();

        options.Should().HaveCountGreaterThan(10);
        Readme
            .Should()
            .ContainAll(options.Select(option => $"| `--{option}"))
            .And.ContainAll(options.Select(option => $"| `AMIGO_EMULATOR_{option.Replace('-', '_').ToUpperInvariant()}` |"));
    }

    [Fact]
    public async Task Its_files_of_keys_and_workspaces_are_read()
    {
        var files = JsonPattern().Matches(Readme).Select((match, index) => Write($"{index}.json", match.Groups[1].Value)).ToList();

        var (exitCode, output, _) = await RunAsync(["--keys-file", files[0], "--seed", files[1], "--", .. Fetch("v1/workspaces")]);

        exitCode.Should().Be(0);
        output.Should().Contain("\"slug\":\"acme-clinic\"").And.Contain("\"total\":1", "the other is archived").And.Contain("dev-owner");
    }

    [Fact]
    public async Task Its_curl_lines_work_on_everything_that_there_is()
    {
        await using var emulator = await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation);
        var address = emulator.BaseAddress.GetLeftPart(UriPartial.Authority);
        var lines = CurlPattern().Matches(Readme).Select(match => match.Groups[1].Value).ToList();

        foreach (var line in lines)
        {
            using var curl = StartAny(["/bin/sh", "-c", $"curl --silent --fail-with-body {address}{line}"]);
            var output = await curl.StandardOutput.ReadToEndAsync(Cancellation);
            await curl.WaitForExitAsync(Cancellation);
            curl.ExitCode.Should().Be(0, $"{line} was answered: {output}");
        }

        emulator.Workspaces.Should().BeEmpty("the last line resets");
        using var http = new HttpClient();
        using var unknown = await http.GetAsync(new Uri(emulator.BaseAddress, "_emulator/unknown"), Cancellation);
        var resources = ResourcePattern()
            .Matches(await unknown.Content.ReadAsStringAsync(Cancellation))
            .Select(match => match.Value)
            .ToList();
        resources.Should().Contain("/_emulator/faults");
        resources.Should().OnlyContain(resource => lines.Any(line => line.Split(' ')[0] == resource));
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    [GeneratedRegex("^  --([a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex OptionPattern();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonPattern();

    [GeneratedRegex(@"^\$ curl localhost:5080(.*)$", RegexOptions.Multiline)]
    private static partial Regex CurlPattern();

    [GeneratedRegex("/_emulator/[a-z]+")]
    private static partial Regex ResourcePattern();
}
