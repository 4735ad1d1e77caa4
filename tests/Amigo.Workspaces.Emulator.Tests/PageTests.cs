using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

/// <summary>The page in a real browser.</summary>
public sealed class PageTests : EmulatorTest
{
    private const string Script = "<img src=x onerror=\"document.title='taken over'\"><script>document.title='taken over'</script>";

    [Fact]
    public async Task It_shows_what_happens_while_it_is_open_and_runs_nothing_of_it()
    {
        Emulator.Seed(2);
        await using var browser = await Browser.OpenAsync(Emulator.BaseAddress);
        await browser.WaitForAsync("document.getElementById('active').textContent === '2'");

        Emulator.Seed(1, workspace => workspace with { Name = Script, Slug = "hostile", Environment = Script, ConnectorType = Script });
        Emulator.Inject(Fault.Status(503, Script), "list-workspaces", times: 2);
        await SendAsync("GET", "v1/workspaces?note=" + Uri.EscapeDataString(Script));
        await SendAsync("POST", "v1/me/workspaces", $$"""{"slug":"{{Script.Replace("\"", "'", StringComparison.Ordinal)}}"}""");
        await browser.WaitForAsync("document.getElementById('recorded').textContent === '2'");

        (await browser.EvaluateAsync("document.getElementById('workspaces').textContent")).Should().Contain(Script);
        var requests = await browser.EvaluateAsync("document.getElementById('requests').textContent");
        requests
            .Should()
            .ContainAll("503", "422", "fault Status(503)", "/v1/me/workspaces", "owner", "<script>")
            .And.NotContain(Key(WorkspaceRole.Owner));
        (await browser.EvaluateAsync("document.getElementById('faults').textContent")).Should().Be("status 503list-workspacesonce");
        (await browser.EvaluateAsync("document.getElementById('waiting').textContent")).Should().Be("1");
        (await browser.EvaluateAsync("document.querySelectorAll('img, main script').length")).Should().Be("0");
        (await browser.EvaluateAsync("document.title")).Should().Be("Amigo Workspaces Emulator");
        (await browser.EvaluateAsync("performance.getEntriesByType('resource').every((one) => one.name.startsWith(location.origin))"))
            .Should()
            .Be("true", "it needs no internet");
    }

    [Fact]
    public async Task What_is_opened_and_selected_stays_so_while_more_arrives()
    {
        await SendAsync("POST", "v1/me/workspaces", CreateBody("lakeview"));
        await using var browser = await Browser.OpenAsync(Emulator.BaseAddress);
        await browser.WaitForAsync("document.querySelectorAll('details').length === 1");
        await browser.EvaluateAsync("document.querySelector('details').open = true");
        await browser.EvaluateAsync("getSelection().selectAllChildren(document.querySelector('details pre'))");

        for (var sent = 0; sent < 3; sent++)
        {
            await SendAsync("GET", "v1/workspaces");
        }

        Emulator.Inject(Fault.MalformedJson);
        Emulator.Inject(Fault.MalformedJson);
        await browser.WaitForAsync("document.querySelectorAll('details').length === 4 && document.querySelectorAll('.fault').length === 2");

        (await browser.EvaluateAsync("[...document.querySelectorAll('details')].map((row) => row.open)"))
            .Should()
            .Be("false,false,false,true");
        (await browser.EvaluateAsync("getSelection()")).Should().Contain("\"slug\": \"lakeview\"");

        Emulator.ClearRequests();
        Emulator.ClearFaults();
        await browser.WaitForAsync("document.querySelectorAll('details, .fault').length === 0");
        (await browser.EvaluateAsync("document.querySelectorAll('.empty').length")).Should().Be("2");
    }

    [Fact]
    public async Task It_asks_for_the_control_key_and_tells_when_the_emulator_is_gone()
    {
        var options = new WorkspacesEmulatorOptions { ControlKey = "control-1" };
        await using var locked = await WorkspacesEmulator.StartAsync(options, Cancellation);
        locked.Seed(4);
        await using var browser = await Browser.OpenAsync(locked.BaseAddress);
        await browser.WaitForAsync("!document.getElementById('unlock').hidden");
        (await browser.EvaluateAsync("document.getElementById('active').textContent")).Should().Be("–");

        await browser.EvaluateAsync("document.getElementById('key').value = 'control-1'");
        await browser.EvaluateAsync("document.querySelector('#unlock button').click()");
        await browser.WaitForAsync("document.getElementById('active').textContent === '4'");
        await locked.DisposeAsync();

        await browser.WaitForAsync("document.getElementById('connection').textContent === 'no connection'");
    }

    [Fact]
    public async Task It_may_run_nothing_but_its_own_script_and_may_not_be_framed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "");

        var answer = await SendAsync(request);

        answer.ContentType.Should().Be("text/html; charset=utf-8");
        answer
            .Headers["Content-Security-Policy"]
            .Should()
            .Contain("default-src 'none'; script-src 'self';")
            .And.Contain("frame-ancestors 'none'");
        answer.Body.Should().NotContain("http://").And.NotContain("https://");
    }
}
