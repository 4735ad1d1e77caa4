using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public sealed class ConversionTests : IAsyncLifetime
{
    private WorkspacesEmulator _emulator = null!;
    private WorkspacesClient _client = null!;
    private EmulatedWorkspace _workspace = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<string?> Asked => _emulator.Requests.Select(request => request.OperationId);

    public async ValueTask InitializeAsync()
    {
        _emulator = await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation);
        _client = Given.Client(_emulator.BaseAddress, options => options.ApiKey = _emulator.CreateApiKey(WorkspaceRole.Owner));
        _workspace = _emulator.Seed(1, workspace => workspace with { Environment = "staging", ProvisionedAt = null })[0];
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task An_approved_conversion_checks_asks_and_converts_in_this_order()
    {
        EnvironmentCheck? shown = null;
        var token = CancellationToken.None;
        var askedWhenShown = -1;

        var converted = await ConvertAsync(
            (check, cancellationToken) =>
            {
                shown = check;
                token = cancellationToken;
                askedWhenShown = Asked.Count();
                return ValueTask.FromResult(true);
            }
        );

        converted.Environment.Should().Be(WorkspaceEnvironment.Production);
        shown!.Target.Should().Be("production");
        shown.Warnings.Should().Contain("Workspace has not been provisioned.");
        token.Should().Be(Cancellation);
        askedWhenShown.Should().Be(1);
        Asked.Should().Equal("check-environment-conversion", "convert-workspace-environment");
    }

    [Fact]
    public async Task A_declined_conversion_throws_with_the_check_and_converts_nothing()
    {
        var converting = () => ConvertAsync((_, _) => ValueTask.FromResult(false));

        var declined = (await converting.Should().ThrowAsync<ConversionDeclinedException>()).Which;
        declined.Check.Warnings.Should().NotBeEmpty();
        declined.Operation.Should().Be("convert-workspace-environment");
        declined.Message.Should().Be("convert-workspace-environment was not approved; nothing was converted.");
        declined.Attempts.Should().Be(0);
        declined.MayHaveBeenApplied.Should().BeFalse();
        Asked.Should().Equal("check-environment-conversion");
        _emulator.Workspaces.Single().Environment.Should().Be("staging");
    }

    [Fact]
    public async Task A_check_that_fails_asks_nobody()
    {
        _emulator.Inject(Fault.Status(403));
        var asked = false;

        var converting = () => ConvertAsync((_, _) => ValueTask.FromResult(asked = true));

        await converting.Should().ThrowAsync<WorkspacesForbiddenException>();
        asked.Should().BeFalse();
    }

    [Fact]
    public async Task An_exception_of_the_approval_reaches_the_caller_and_converts_nothing()
    {
        var converting = () => ConvertAsync((_, _) => throw new TimeoutException("Nobody answered the pager."));

        await converting.Should().ThrowAsync<TimeoutException>().WithMessage("Nobody answered the pager.");
        _emulator.Applied.Should().BeEmpty();
    }

    [Fact]
    public async Task A_slug_that_does_not_match_is_refused_by_the_service()
    {
        var converting = () =>
            _client.ConvertEnvironmentAsync(_workspace.Id, ConversionTarget.Production, "another-clinic", null, Cancellation);

        var refused = (await converting.Should().ThrowAsync<WorkspacesValidationException>()).Which;
        refused.Detail.Should().Be("Workspace slug confirmation did not match.");
        refused.MayHaveBeenApplied.Should().BeFalse();
    }

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent_and_anybody_is_asked()
    {
        var asked = false;
        ValueTask<bool> Approve(EnvironmentCheck check, CancellationToken cancellationToken) => new(asked = true);
        const ConversionTarget nowhere = (ConversionTarget)9;

        var attempts = new (string Name, Func<Task> Call)[]
        {
            ("approve", () => _client.ConvertEnvironmentAsync(_workspace.Id, default, "acme-clinic", approve: null!)),
            ("workspaceId", () => _client.ConvertEnvironmentAsync(Guid.Empty, default, "acme-clinic", Approve, null, Cancellation)),
            ("target", () => _client.ConvertEnvironmentAsync(_workspace.Id, nowhere, "acme-clinic", Approve, null, Cancellation)),
            ("confirmSlug", () => _client.ConvertEnvironmentAsync(_workspace.Id, default, "Not A Slug", Approve, null, Cancellation)),
            ("confirmSlug", () => _client.ConvertEnvironmentAsync(_workspace.Id, default, null!, Approve, null, Cancellation)),
        };

        foreach (var (name, call) in attempts)
        {
            await call.Should().ThrowAsync<ArgumentException>().WithParameterName(name);
        }

        asked.Should().BeFalse();
        _emulator.Requests.Should().BeEmpty();
    }

    private Task<Workspace> ConvertAsync(Func<EnvironmentCheck, CancellationToken, ValueTask<bool>> approve) =>
        _client.ConvertEnvironmentAsync(_workspace.Id, ConversionTarget.Production, _workspace.Slug, approve, null, Cancellation);
}
