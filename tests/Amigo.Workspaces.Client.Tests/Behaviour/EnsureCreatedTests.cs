using System.Net;
using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public sealed class EnsureCreatedTests : IAsyncLifetime
{
    private WorkspacesEmulator _emulator = null!;
    private WorkspacesClient _client = null!;

    private static CreateWorkspaceRequest Production => Given.CreateRequest with { Environment = WorkspaceEnvironment.Production };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<string?> Asked => _emulator.Requests.Select(request => request.OperationId);

    public async ValueTask InitializeAsync()
    {
        _emulator = await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation);
        _client = Given.Client(_emulator.BaseAddress, options => options.ApiKey = _emulator.CreateApiKey(WorkspaceRole.Owner));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_new_workspace_takes_one_request()
    {
        var workspace = await _client.EnsureCreatedAsync(Given.CreateRequest, null, Cancellation);

        workspace.Slug.Should().Be(Given.CreateRequest.Slug);
        Asked.Should().Equal("create-my-workspace");
    }

    [Fact]
    public async Task A_slug_that_is_taken_gives_the_callers_own_workspace_as_it_is()
    {
        var first = await _client.CreateAsync(Given.CreateRequest with { Name = "The first name" }, null, Cancellation);

        var second = await _client.EnsureCreatedAsync(Given.CreateRequest, null, Cancellation);

        second.Should().Be(first);
        _emulator.Applied.Should().ContainSingle();
    }

    [Fact]
    public async Task A_production_workspace_is_never_handed_to_who_asked_for_staging()
    {
        var production = await _client.CreateAsync(Production, null, Cancellation);

        var ensuring = () => _client.EnsureCreatedAsync(Given.CreateRequest, null, Cancellation);

        var conflict = (await ensuring.Should().ThrowAsync<WorkspacesConflictException>()).Which;
        conflict.Existing.Should().Be(production);
        conflict.Operation.Should().Be("create-my-workspace");
        conflict.StatusCode.Should().Be(HttpStatusCode.Conflict);
        conflict.MayHaveBeenApplied.Should().BeFalse();
        conflict.InnerException.Should().BeOfType<WorkspacesConflictException>().Which.Detail.Should().Be(conflict.Detail);
        conflict.Message.Should().Contain(production.Id.ToString()).And.Contain("Environment is production");
    }

    [Fact]
    public async Task A_service_that_answers_the_create_with_a_production_workspace_does_not_hand_it_out_either()
    {
        await using var server = await StubServer.StartAsync(
            200,
            Given.WorkspaceJson.Replace("\"staging\"", "\"production\""),
            ("x-request-id", "req_7")
        );
        using var client = Given.Client(server.BaseAddress);

        var ensuring = () => client.EnsureCreatedAsync(Given.CreateRequest, null, Cancellation);

        var conflict = (await ensuring.Should().ThrowAsync<WorkspacesConflictException>()).Which;
        conflict.Existing!.Environment.Should().Be(WorkspaceEnvironment.Production);
        (conflict.Operation, conflict.Attempts, conflict.RequestId).Should().Be(("create-my-workspace", 1, "req_7"));
        conflict.MayHaveBeenApplied.Should().BeTrue("whatever was made, it was not refused");
        conflict.Message.Should().Contain("Environment is production");
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_service_may_write_the_environment_in_its_own_way()
    {
        await using var server = await StubServer.StartAsync(201, Given.WorkspaceJson);
        using var client = Given.Client(server.BaseAddress);

        var workspace = await client.EnsureCreatedAsync(
            Given.CreateRequest with
            {
                Environment = "Staging",
            },
            new() { SkipValidation = true },
            Cancellation
        );

        workspace.Environment.Should().Be(WorkspaceEnvironment.Staging);
    }

    [Fact]
    public async Task A_lost_answer_does_not_hand_out_a_production_workspace_either()
    {
        var production = await _client.CreateAsync(Production, null, Cancellation);
        _emulator.Inject(Fault.ResetBeforeApply, "create-my-workspace");

        var ensuring = () => _client.EnsureCreatedAsync(Given.CreateRequest, null, Cancellation);

        var conflict = (await ensuring.Should().ThrowAsync<WorkspacesConflictException>()).Which;
        conflict.Existing.Should().Be(production);
        conflict.MayHaveBeenApplied.Should().BeTrue("the outcome of the create itself stays unknown");
        conflict.InnerException.Should().BeOfType<WorkspacesConnectionException>();
    }

    [Theory]
    [InlineData("org-a", "org-b", true)]
    [InlineData(null, "org-b", true)]
    [InlineData("org-a", "ORG-A", true)]
    [InlineData("org-a", "org-a", false)]
    [InlineData("org-a", null, false)]
    public async Task The_organization_has_to_be_the_one_asked_for_when_one_is(string? present, string? asked, bool differs)
    {
        var existing = await _client.CreateAsync(Given.CreateRequest with { BackendOrgId = present }, null, Cancellation);

        var ensuring = () => _client.EnsureCreatedAsync(Given.CreateRequest with { BackendOrgId = asked }, null, Cancellation);

        if (differs)
        {
            var conflict = (await ensuring.Should().ThrowAsync<WorkspacesConflictException>().WithMessage("*BackendOrgId*")).Which;
            conflict.Existing.Should().Be(existing);
            conflict.Message.Should().NotContain("org-", "a message holds nothing that the caller sent");
        }
        else
        {
            (await ensuring()).Should().Be(existing);
        }
    }

    [Fact]
    public async Task A_slug_that_is_taken_by_a_workspace_out_of_sight_throws_the_conflict()
    {
        // Archived ones keep their slug and are not listed, as those of other accounts.
        var first = await _client.CreateAsync(Given.CreateRequest, null, Cancellation);
        await _client.ArchiveAsync(first.Id, first.Slug, null, Cancellation);

        var ensuring = () => _client.EnsureCreatedAsync(Given.CreateRequest, null, Cancellation);

        var conflict = (await ensuring.Should().ThrowAsync<WorkspacesConflictException>()).Which;
        conflict.Operation.Should().Be("create-my-workspace");
        conflict.MayHaveBeenApplied.Should().BeFalse();
        conflict.Existing.Should().BeNull();
    }

    [Fact]
    public async Task An_unknown_outcome_is_looked_up_and_what_was_created_is_returned()
    {
        _emulator.Inject(Fault.ResetAfterApply, "create-my-workspace");

        var workspace = await _client.EnsureCreatedAsync(Given.CreateRequest, null, Cancellation);

        workspace.Id.Should().Be(_emulator.Applied.Should().ContainSingle().Which.WorkspaceId);
        Asked.Should().Equal("create-my-workspace", "list-workspaces");
    }

    [Fact]
    public async Task An_unknown_outcome_of_which_nothing_is_found_throws_the_first_failure()
    {
        _emulator.Inject(Fault.ResetBeforeApply, "create-my-workspace");

        var ensuring = () => _client.EnsureCreatedAsync(Given.CreateRequest, null, Cancellation);

        var failure = (await ensuring.Should().ThrowAsync<WorkspacesConnectionException>()).Which;
        failure.Operation.Should().Be("create-my-workspace");
        failure.MayHaveBeenApplied.Should().BeTrue();
        Asked.Should().Equal("create-my-workspace", "list-workspaces");
    }

    [Fact]
    public async Task A_look_up_that_fails_too_throws_the_first_failure()
    {
        _emulator.Inject(Fault.ResetAfterApply, "create-my-workspace");
        _emulator.Inject(Fault.Status(403), "list-workspaces");

        var ensuring = () => _client.EnsureCreatedAsync(Given.CreateRequest, null, Cancellation);

        (await ensuring.Should().ThrowAsync<WorkspacesConnectionException>()).Which.Operation.Should().Be("create-my-workspace");
    }

    [Fact]
    public async Task A_key_that_is_refused_to_the_look_up_throws_the_first_failure()
    {
        var asked = 0;
        var key = _emulator.CreateApiKey(WorkspaceRole.Owner);
        using var client = Given.Client(
            _emulator.BaseAddress,
            options =>
            {
                options.ApiKey = null;
                options.ApiKeyProvider = _ => asked++ == 0 ? new(key) : throw new InvalidOperationException("The vault is shut.");
            }
        );
        _emulator.Inject(Fault.ResetAfterApply, "create-my-workspace");

        var ensuring = () => client.EnsureCreatedAsync(Given.CreateRequest, null, Cancellation);

        (await ensuring.Should().ThrowAsync<WorkspacesConnectionException>()).Which.MayHaveBeenApplied.Should().BeTrue();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(422)]
    [InlineData(429)]
    public async Task A_refusal_is_thrown_without_a_look_up(int status)
    {
        _emulator.Inject(Fault.Status(status), times: 3);

        var ensuring = () => _client.EnsureCreatedAsync(Given.CreateRequest, new() { MaxRetries = 0 }, Cancellation);

        (await ensuring.Should().ThrowAsync<WorkspacesApiException>()).Which.StatusCode.Should().HaveValue(status);
        Asked.Should().Equal("create-my-workspace");
    }

    [Fact]
    public async Task The_options_of_the_call_hold_for_the_look_up_too()
    {
        _emulator.Inject(Fault.ResetAfterApply, "create-my-workspace");
        var options = new RequestOptions { Headers = new Dictionary<string, string> { ["X-Trace"] = "t-1" } };

        await _client.EnsureCreatedAsync(Given.CreateRequest, options, Cancellation);

        _emulator.Requests.Should().HaveCount(2).And.OnlyContain(request => request.Headers["X-Trace"] == "t-1");
    }

    [Fact]
    public async Task Cancelling_the_look_up_is_a_cancellation()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = await StubServer.StartAsync(
            async (context, number) =>
            {
                if (number == 1)
                {
                    await StubServer.RespondAsync(context, 500, "");
                    return;
                }

                await cancel.CancelAsync();
                await StubServer.RespondAsync(context, 500, "");
            }
        );
        using var client = Given.Client(server.BaseAddress);

        var ensuring = () => client.EnsureCreatedAsync(Given.CreateRequest, null, cancel.Token);

        (await ensuring.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancel.Token);
    }
}
