using Amigo.Workspaces.Client;
using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class FakeWorkspacesClientTests : IDisposable
{
    private static readonly CreateWorkspaceRequest Acme = new()
    {
        Slug = "acme-clinic",
        Name = "Acme Clinic",
        Environment = WorkspaceEnvironment.Staging,
    };

    private readonly FakeWorkspacesClient _client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_clinic_lives_its_whole_life()
    {
        var clinic = await _client.CreateAsync(Acme, cancellationToken: Cancellation);
        await _client.UpdateAsync(clinic.Id, new UpdateWorkspaceRequest { Name = "Acme" }, cancellationToken: Cancellation);
        await _client.ProvisionAsync(clinic.Id, cancellationToken: Cancellation);
        await _client.AddTestCallerNumbersAsync(clinic.Id, ["+15550100", "+15550101"], cancellationToken: Cancellation);
        var numbers = await _client.RemoveTestCallerNumbersAsync(clinic.Id, ["+15550100"], cancellationToken: Cancellation);
        var check = await _client.CheckEnvironmentConversionAsync(clinic.Id, cancellationToken: Cancellation);
        var promoted = await _client.ConvertEnvironmentAsync(
            clinic.Id,
            ConversionTarget.Production,
            "acme-clinic",
            (_, _) => ValueTask.FromResult(true),
            cancellationToken: Cancellation
        );
        var found = await _client.FindBySlugAsync("acme-clinic", cancellationToken: Cancellation);
        await _client.ArchiveAsync(clinic.Id, "acme-clinic", cancellationToken: Cancellation);

        numbers.Should().Equal("+15550101");
        check.Warnings.Should().NotBeEmpty();
        (promoted.Environment, promoted.Name).Should().Be((WorkspaceEnvironment.Production, "Acme"));
        found.Should().Be(promoted);
        _client.StoredWorkspaces.Should().ContainSingle().Which.ArchivedAt.Should().NotBeNull();
        _client.Requests.Should().OnlyContain(request => request.StatusCode < 300);
        await _client
            .Awaiting(client => client.GetAsync(clinic.Id, cancellationToken: Cancellation))
            .Should()
            .ThrowAsync<WorkspacesNotFoundException>();
    }

    [Fact]
    public async Task Pages_are_those_of_the_service()
    {
        _client.Seed(25);

        var slugs = new List<string>();
        await foreach (var workspace in _client.ListAsync(new ListWorkspacesOptions { PageSize = 10 }).WithCancellation(Cancellation))
        {
            slugs.Add(workspace.Slug);
        }

        slugs.Should().Equal(_client.StoredWorkspaces.Select(workspace => workspace.Slug));
        _client.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_request_that_breaks_the_contract_is_refused_before_anything_happens()
    {
        await _client
            .Awaiting(client => client.CreateAsync(Acme with { Slug = "No Slug" }, cancellationToken: Cancellation))
            .Should()
            .ThrowAsync<ArgumentException>();

        _client.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Failures_are_the_real_clients()
    {
        await _client.CreateAsync(Acme, cancellationToken: Cancellation);

        var conflict = await FailureAsync<WorkspacesConflictException>();

        (conflict.Operation, conflict.Attempts, conflict.MayHaveBeenApplied).Should().Be(("create-my-workspace", 1, false));
        conflict.RequestId.Should().NotBeNullOrEmpty();
        conflict.RateLimit.Should().NotBeNull();
    }

    [Fact]
    public async Task A_role_may_do_what_it_may_in_the_service()
    {
        using var viewer = new FakeWorkspacesClient(WorkspaceRole.Viewer);

        await viewer
            .Awaiting(client => client.CreateAsync(Acme, cancellationToken: Cancellation))
            .Should()
            .ThrowAsync<WorkspacesForbiddenException>();
    }

    [Fact]
    public async Task A_fault_reaches_the_caller_and_is_not_tried_again()
    {
        _client.Inject(Fault.Status(503), "create-my-workspace");

        var failure = await FailureAsync<WorkspacesUnavailableException>();

        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true));
        _client.Applied.Should().BeEmpty();
    }

    public static TheoryData<Fault, bool> BrokenAnswers =>
        new()
        {
            { Fault.ResetBeforeApply, false },
            { Fault.ResetAfterApply, true },
            { Fault.TruncatedBody, true },
        };

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public async Task A_broken_connection_leaves_the_outcome_unknown(Fault fault, bool applied)
    {
        _client.Inject(fault);

        var failure = await FailureAsync<WorkspacesConnectionException>();

        failure.MayHaveBeenApplied.Should().BeTrue();
        _client.Applied.Should().HaveCount(applied ? 1 : 0);
    }

    [Fact]
    public async Task An_answer_that_is_not_json_is_told_as_such()
    {
        _client.Inject(Fault.MalformedJson);

        (await FailureAsync<WorkspacesResponseException>()).MayHaveBeenApplied.Should().BeTrue();
    }

    [Fact]
    public async Task A_stalled_answer_ends_with_the_time_limit_by_the_given_clock()
    {
        var clock = new ManualTimeProvider();
        using var client = new FakeWorkspacesClient(timeProvider: clock);
        client.Inject(Fault.StalledBody);

        var call = client.CreateAsync(Acme, cancellationToken: Cancellation);
        await clock.WhenTimerAsync(_ => true).WaitAsync(Cancellation);
        clock.Advance(TimeSpan.FromMinutes(5));

        await FluentActions.Awaiting(() => call).Should().ThrowAsync<WorkspacesTimeoutException>();
        client.Applied.Should().ContainSingle();
    }

    [Fact]
    public async Task Cancelling_ends_a_call_that_stalls()
    {
        using var cancel = new CancellationTokenSource();
        _client.Inject(Fault.StalledBody);

        var call = _client.ProvisionAsync(_client.Seed(1)[0].Id, cancellationToken: cancel.Token);
        await cancel.CancelAsync();

        await FluentActions.Awaiting(() => call).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_member_can_be_overridden()
    {
        using var client = new OutOfOrder();
        var workspace = client.Seed(1)[0];

        await client
            .Awaiting(fake => fake.ArchiveAsync(workspace.Id, workspace.Slug, cancellationToken: Cancellation))
            .Should()
            .ThrowAsync<WorkspacesTimeoutException>();
        (await client.GetAsync(workspace.Id, cancellationToken: Cancellation)).Slug.Should().Be(workspace.Slug);
    }

    [Fact]
    public async Task Both_layers_share_the_state()
    {
        var created = await _client.Account.CreateMyWorkspaceAsync(Acme, cancellationToken: Cancellation);

        (await _client.GetAsync(created.Value.Id, cancellationToken: Cancellation)).Should().Be(created.Value);
        ((int)created.StatusCode).Should().Be(201);
    }

    private async Task<T> FailureAsync<T>()
        where T : WorkspacesException =>
        (await _client.Awaiting(client => client.CreateAsync(Acme, cancellationToken: Cancellation)).Should().ThrowAsync<T>()).Which;

    private sealed class OutOfOrder : FakeWorkspacesClient
    {
        public override Task<Workspace> ArchiveAsync(
            Guid workspaceId,
            string confirmSlug,
            RequestOptions? options = null,
            CancellationToken cancellationToken = default
        ) =>
            throw new WorkspacesTimeoutException("archive-workspace timed out.")
            {
                Operation = "archive-workspace",
                MayHaveBeenApplied = true,
            };
    }
}
