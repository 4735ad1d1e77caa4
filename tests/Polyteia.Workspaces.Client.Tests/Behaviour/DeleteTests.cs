namespace Polyteia.Workspaces.Client.Tests.Behaviour;

/// <summary>A deletion cannot be taken back, so it is confirmed by the workspace's name.</summary>
public sealed class DeleteTests : IAsyncLifetime
{
    private StubService _stub = null!;
    private PolyteiaWorkspacesClient _client = null!;
    private StubWorkspace _workspace = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _stub = await StubService.StartAsync(cancellationToken: Cancel);
        _workspace = _stub.Seed(2, workspace => workspace with { Name = "Finance" })[0];
        _client = Given.Client(_stub.BaseAddress, options => options.ApiKey = _stub.CreateApiKey());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _stub.DisposeAsync();
    }

    [Fact]
    public async Task The_right_name_deletes_that_workspace_and_no_other()
    {
        await _client.DeleteAsync(_workspace.Id, "Finance", cancellationToken: Cancel);

        _stub.Requests.Select(request => request.Query).Should().Equal("get_workspace", "delete_workspace");
        _stub.Workspaces.Should().ContainSingle().Which.Id.Should().NotBe(_workspace.Id);
    }

    [Theory]
    [InlineData("finance")]
    [InlineData("Finance ")]
    [InlineData("Finances")]
    [InlineData("F")]
    [InlineData("Fin\u200Bance")]
    public async Task Any_other_name_is_declined_before_the_command_is_sent(string name)
    {
        var delete = () => _client.DeleteAsync(_workspace.Id, name, cancellationToken: Cancel);

        var declined = (await delete.Should().ThrowAsync<PolyteiaDeletionDeclinedException>()).Which;

        (declined.Operation, declined.Attempts, declined.MayHaveBeenApplied).Should().Be(("delete_workspace", 0, false));
        (declined.Workspace.Id, declined.Workspace.Name).Should().Be((_workspace.Id, "Finance"));
        declined.Message.Should().StartWith("delete_workspace was not sent").And.NotContain("Finance").And.NotContain(name + "'");
        _stub.Requests.Select(request => request.Query).Should().Equal("get_workspace");
        _stub.Workspaces.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_name_in_another_normal_form_is_another_name()
    {
        var composed = _stub.Seed(1, workspace => workspace with { Name = "Caf\u00e9" })[0];

        var delete = () => _client.DeleteAsync(composed.Id, "Cafe\u0301", cancellationToken: Cancel);

        await delete.Should().ThrowAsync<PolyteiaDeletionDeclinedException>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_name_that_is_none_is_refused_before_anything_is_sent(string? name)
    {
        var delete = () => _client.DeleteAsync(_workspace.Id, name!, cancellationToken: Cancel);

        await delete.Should().ThrowAsync<ArgumentException>().WithParameterName("confirmName");
        _stub.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_workspace_that_is_not_there_is_told_by_the_query()
    {
        var delete = () => _client.DeleteAsync("ws_nothing", "Finance", cancellationToken: Cancel);

        var failure = (await delete.Should().ThrowAsync<PolyteiaNotFoundException>()).Which;

        (failure.Operation, failure.MayHaveBeenApplied).Should().Be(("get_workspace", false));
    }

    [Fact]
    public async Task A_query_that_fails_is_tried_again_and_the_command_is_not()
    {
        _stub.Inject(StubFault.WithStatus(503), "get_workspace", times: 2);
        _stub.Inject(StubFault.WithStatusAfterApply(503), "delete_workspace");

        var delete = () => _client.DeleteAsync(_workspace.Id, "Finance", cancellationToken: Cancel);

        var failure = (await delete.Should().ThrowAsync<PolyteiaUnavailableException>()).Which;
        (failure.Operation, failure.Attempts, failure.MayHaveBeenApplied).Should().Be(("delete_workspace", 1, true));
        _stub
            .Requests.Select(request => request.Query)
            .Should()
            .Equal("get_workspace", "get_workspace", "get_workspace", "delete_workspace");
        _stub.Applied.Should().Equal("delete_workspace");
    }

    [Fact]
    public async Task When_the_query_keeps_failing_nothing_is_deleted()
    {
        _stub.Inject(StubFault.WithStatus(503), "get_workspace", times: 3);

        var delete = () => _client.DeleteAsync(_workspace.Id, "Finance", cancellationToken: Cancel);

        (await delete.Should().ThrowAsync<PolyteiaUnavailableException>()).Which.MayHaveBeenApplied.Should().BeFalse();
        _stub.Applied.Should().BeEmpty();
    }

    [Fact]
    public async Task Those_who_know_can_do_without_a_confirmation()
    {
        await _client.DeleteWithoutConfirmationAsync(_workspace.Id, cancellationToken: Cancel);

        _stub.Requests.Select(request => request.Query).Should().Equal("delete_workspace");
        _stub.Workspaces.Should().ContainSingle();
    }

    [Fact]
    public async Task Both_requests_get_the_options_of_the_call()
    {
        var options = new RequestOptions { Headers = new Dictionary<string, string> { ["X-Trace"] = "7" } };

        await _client.DeleteAsync(_workspace.Id, "Finance", options, Cancel);

        _stub.Requests.Should().HaveCount(2).And.OnlyContain(request => request.Headers["X-Trace"] == "7");
    }

    [Fact]
    public async Task Headers_that_are_changed_between_the_two_requests_are_not_sent()
    {
        var headers = new Dictionary<string, string> { ["X-Trace"] = "7" };
        var key = _stub.CreateApiKey();
        using var client = Given.Client(
            _stub.BaseAddress,
            options =>
            {
                options.ApiKey = null;
                options.ApiKeyProvider = _ =>
                {
                    headers["X-Trace"] = "8";
                    return new(key);
                };
            }
        );

        await client.DeleteAsync(_workspace.Id, "Finance", new() { Headers = headers }, Cancel);

        _stub.Requests.Should().HaveCount(2).And.OnlyContain(request => request.Headers["X-Trace"] == "7");
    }
}
