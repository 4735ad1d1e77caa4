using Amigo.Workspaces.Emulator.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Amigo.Workspaces.Emulator.Tests;

/// <summary>A web application of another origin, in a real browser.</summary>
public sealed class WebApplicationTests : IAsyncLifetime
{
    private StubServer _application = null!;
    private Browser? _browser;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Origin => _application.BaseAddress.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        _application = await StubServer.StartAsync(
            (context, _) =>
            {
                context.Response.ContentType = "text/html";
                return context.Response.WriteAsync("<!doctype html><title>Application</title>", context.RequestAborted);
            }
        );
        _browser = await Browser.OpenAsync(_application.BaseAddress);
        await _browser.WaitForAsync("document.title === 'Application'");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        await _application.DisposeAsync();
    }

    [Fact]
    public async Task It_can_write_and_read_the_headers_when_its_origin_is_named()
    {
        await using var emulator = await StartAsync(Origin);

        var answer = await CreateAsync(emulator, "response.status + ' ' + response.headers.has('x-request-id')");

        answer.Should().Be("201 true");
        emulator.Workspaces.Should().ContainSingle().Which.Slug.Should().Be("acme-clinic");
    }

    [Fact]
    public async Task It_can_do_nothing_when_another_is_named()
    {
        await using var emulator = await StartAsync("http://localhost:3000");

        (await CreateAsync(emulator, "response.status")).Should().Be("TypeError");

        emulator.Workspaces.Should().BeEmpty();
    }

    [Fact]
    public async Task It_never_reaches_the_control_endpoint()
    {
        await using var emulator = await StartAsync(Origin);
        emulator.Seed(1);

        await FetchAsync($"'{emulator.BaseAddress}_emulator/reset', {{ method: 'POST', mode: 'no-cors' }}", "response.type");

        emulator.Workspaces.Should().ContainSingle();
    }

    private static Task<WorkspacesEmulator> StartAsync(string origin) =>
        WorkspacesEmulator.StartAsync(new WorkspacesEmulatorOptions { CorsOrigins = { origin } }, Cancellation);

    private Task<string> CreateAsync(WorkspacesEmulator emulator, string result)
    {
        var headers = $"{{ Authorization: 'Bearer {emulator.CreateApiKey(WorkspaceRole.Owner)}', 'Content-Type': 'application/json' }}";
        const string body = """JSON.stringify({ slug: 'acme-clinic', name: 'Acme Clinic', environment: 'staging' })""";
        return FetchAsync($"'{emulator.BaseAddress}v1/me/workspaces', {{ method: 'POST', headers: {headers}, body: {body} }}", result);
    }

    /// <summary>What a script makes of the response, or the name of its error.</summary>
    private Task<string> FetchAsync(string arguments, string result) =>
        _browser!.EvaluateAsync($"fetch({arguments}).then((response) => {result}, (error) => error.name)");
}
