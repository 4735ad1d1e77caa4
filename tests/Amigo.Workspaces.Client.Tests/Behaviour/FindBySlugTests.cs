using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public sealed class FindBySlugTests : IAsyncLifetime
{
    private WorkspacesEmulator _emulator = null!;
    private WorkspacesClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation);
        _client = Given.Client(_emulator.BaseAddress, options => options.ApiKey = _emulator.CreateApiKey(WorkspaceRole.Viewer));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_workspace_on_a_later_page_is_found()
    {
        var wanted = _emulator.Seed(250)[249];

        var found = await _client.FindBySlugAsync(wanted.Slug, null, Cancellation);

        found!.Id.Should().Be(wanted.Id);
        _emulator
            .Requests.Select(request => request.Query)
            .Should()
            .Equal("limit=100", "limit=100&continuation_token=100", "limit=100&continuation_token=200");
    }

    [Fact]
    public async Task The_search_stops_at_the_page_that_holds_it()
    {
        var wanted = _emulator.Seed(250)[120];

        (await _client.FindBySlugAsync(wanted.Slug, null, Cancellation))!.Id.Should().Be(wanted.Id);

        _emulator.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_slug_that_nobody_has_gives_null_after_every_page()
    {
        _emulator.Seed(201);

        (await _client.FindBySlugAsync("nobody-has-this", null, Cancellation)).Should().BeNull();

        _emulator.Requests.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Acme")]
    [InlineData("-acme")]
    [InlineData("acme\n")]
    public async Task A_slug_that_nobody_can_have_is_refused_before_anything_is_sent(string slug)
    {
        var finding = () => _client.FindBySlugAsync(slug, null, Cancellation);

        await finding.Should().ThrowAsync<ArgumentException>().WithParameterName(nameof(slug));
        _emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_page_that_fails_is_no_answer()
    {
        _emulator.Inject(Fault.Status(403));

        var finding = () => _client.FindBySlugAsync("acme-clinic", null, Cancellation);

        await finding.Should().ThrowAsync<WorkspacesForbiddenException>();
    }
}
