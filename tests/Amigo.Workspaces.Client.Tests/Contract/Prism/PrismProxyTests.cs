using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Contract.Prism;

public sealed class PrismProxyTests(PrismProxy proxy) : PrismProxyTest(proxy), IClassFixture<PrismProxy>
{
    public static TheoryData<WorkspaceRole> Roles => [.. Enum.GetValues<WorkspaceRole>()];

    private static readonly int[] ErrorStatuses = [400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504];

    public static TheoryData<string, int> Errors =>
        [.. from call in ApiCalls.All from status in ErrorStatuses select (call.OperationId, status)];

    [Fact]
    public async Task The_whole_life_of_a_workspace_keeps_the_contract()
    {
        var watched = As(WorkspaceRole.Owner);
        var client = watched.Client;
        Emulator.Seed(3);

        var request = Given.CreateRequest with { Slug = "whole-life", Name = "Zoë's Clinic 😀 & <Söhne>", BackendOrgId = "org-7" };
        var created = await client.CreateAsync(request, cancellationToken: Cancel);
        (await client.GetAsync(created.Id, cancellationToken: Cancel)).Should().Be(created);
        (await client.EnsureCreatedAsync(request, cancellationToken: Cancel)).Should().Be(created);
        (await client.FindBySlugAsync("whole-life", cancellationToken: Cancel)).Should().Be(created);
        var listed = new List<Workspace>();
        await foreach (var workspace in client.ListAsync(new ListWorkspacesOptions { PageSize = 2 }).WithCancellation(Cancel))
        {
            listed.Add(workspace);
        }

        listed.Should().Contain(created);
        (await client.ProvisionAsync(created.Id, cancellationToken: Cancel)).ProvisionedAt.Should().NotBeNull();
        await UpdateAsync(client, created.Id);
        await client.ReplaceTestCallerNumbersAsync(created.Id, ["+15550101"], cancellationToken: Cancel);
        await client.AddTestCallerNumbersAsync(created.Id, ["+15550102"], cancellationToken: Cancel);
        await client.RemoveTestCallerNumbersAsync(created.Id, ["+15550101"], cancellationToken: Cancel);
        (await client.GetTestCallerNumbersAsync(created.Id, cancellationToken: Cancel)).Should().Equal("+15550102");
        await client.ConvertEnvironmentAsync(created.Id, ConversionTarget.Production, "whole-life", Approve, cancellationToken: Cancel);
        await client.ConvertEnvironmentAsync(created.Id, ConversionTarget.Staging, "whole-life", cancellationToken: Cancel);
        await client.ArchiveAsync(created.Id, "whole-life", cancellationToken: Cancel);
        await Assert.ThrowsAsync<WorkspacesNotFoundException>(() => client.GetAsync(created.Id, cancellationToken: Cancel));

        ShouldKeepTheContract(watched);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task What_each_role_is_answered_keeps_the_contract(WorkspaceRole role)
    {
        var watched = As(role);
        var workspace = Emulator.Seed(1, seed => seed with { Environment = "staging" }).Single();

        foreach (var call in EveryOperationOn(watched.Client, workspace))
        {
            if (await Record.ExceptionAsync(call) is { } failure)
            {
                failure.Should().BeOfType<WorkspacesForbiddenException>();
            }
        }

        watched.Verdicts.Should().HaveCount(ApiCalls.All.Count);
        watched.Verdicts.Any(verdict => verdict.Status == 403).Should().Be(role != WorkspaceRole.Owner);
        ShouldKeepTheContract(watched);
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_key_that_nobody_knows_is_a_401(string operationId)
    {
        var watched = With("emu_unknown");

        (await ApiCalls.Of(operationId).FailAsync(watched.Client)).Should().BeOfType<WorkspacesUnauthorizedException>();

        ShouldKeepTheContract(watched);
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_workspace_that_nobody_knows_is_a_404(string operationId)
    {
        var call = ApiCalls.Of(operationId);
        var watched = As(WorkspaceRole.Owner);

        var failure = await Record.ExceptionAsync(() => call.SendAsync(watched.Client));

        if (call.PathAndQuery.Contains(Given.WorkspaceId.ToString(), StringComparison.Ordinal))
        {
            failure.Should().BeOfType<WorkspacesNotFoundException>();
        }

        ShouldKeepTheContract(watched);
    }

    [Fact]
    public async Task A_slug_that_does_not_match_is_a_422_with_text()
    {
        var watched = As(WorkspaceRole.Owner);
        var seeded = Emulator.Seed(1, workspace => workspace with { Environment = "staging" }).Single();

        var archived = await Assert.ThrowsAsync<WorkspacesValidationException>(() =>
            watched.Client.ArchiveAsync(seeded.Id, "another-slug", cancellationToken: Cancel)
        );
        var converted = await Assert.ThrowsAsync<WorkspacesValidationException>(() =>
            watched.Client.ConvertEnvironmentAsync(seeded.Id, ConversionTarget.Production, "another-slug", cancellationToken: Cancel)
        );

        (archived.Detail, archived.Issues.Count).Should().Be(("Workspace slug confirmation did not match.", 0));
        converted.Detail.Should().Be(archived.Detail);
        ShouldKeepTheContract(watched);
    }

    [Fact]
    public async Task A_name_of_blanks_is_a_422_with_issues()
    {
        // JSON Schema cannot say that a name is stripped before it is measured, so Prism lets blanks through, and the emulator does not.
        var watched = As(WorkspaceRole.Owner);
        var request = Given.CreateRequest with { Name = "   " };

        var failure = await Assert.ThrowsAsync<WorkspacesValidationException>(() =>
            watched.Client.CreateAsync(request, new RequestOptions { SkipValidation = true }, Cancel)
        );

        failure.Issues.Should().ContainSingle().Which.Path.Should().Be("body.name");
        ShouldKeepTheContract(watched);
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_passes_through_as_it_is(string operationId, int status)
    {
        var watched = As(WorkspaceRole.Owner);
        Emulator.Inject(
            // The body that both schemas of a 422 and none of the others are described by.
            status == 422
                ? Fault.Status(status, """{"detail":[{"loc":["body",0],"msg":"No.","type":"no"}]}""")
                : Fault.Status(status),
            operationId
        );

        var failure = await ApiCalls.Of(operationId).FailAsync(watched.Client);

        ((int)failure.Should().BeAssignableTo<WorkspacesApiException>().Which.StatusCode).Should().Be(status);
        watched.Verdicts.Single().Status.Should().Be(status);
        watched
            .Verdicts.Single()
            .Violations.Should()
            .HaveCount(
                Contract.Documents(operationId, status) ? 0 : 1,
                "a status is either in the contract or all that Prism can say of it"
            );
    }

    [Fact]
    public async Task An_answer_that_breaks_the_contract_would_be_noticed()
    {
        var watched = As(WorkspaceRole.Owner);
        Emulator.Inject(Fault.Status(200, """{"numbers":[1]}"""), "get-test-caller-numbers");

        await ApiCalls.GetNumbers.FailAsync(watched.Client);

        watched.Verdicts.Single().Violations.Should().Contain(violation => violation.Contains("must be string"));
    }

    [Fact]
    public async Task A_request_that_breaks_the_contract_would_be_noticed()
    {
        var watched = As(WorkspaceRole.Owner);
        var skip = new RequestOptions { SkipValidation = true };

        await Assert.ThrowsAsync<WorkspacesValidationException>(() => watched.Client.Workspaces.ListWorkspacesAsync(0, null, skip, Cancel));

        watched.Verdicts.Single().Violations.Should().Contain(violation => violation.Contains("limit must be > 0"));
    }

    private static ValueTask<bool> Approve(EnvironmentCheck check, CancellationToken cancellationToken) =>
        ValueTask.FromResult(check.Target == "production");

    private static async Task UpdateAsync(WorkspacesClient client, Guid id)
    {
        foreach (
            var environment in new[] { WorkspaceEnvironment.Development, WorkspaceEnvironment.Production, WorkspaceEnvironment.Staging }
        )
        {
            await client.UpdateAsync(id, new UpdateWorkspaceRequest { Environment = environment }, cancellationToken: Cancel);
        }

        foreach (var region in WorkspaceRegion.Known.Texts)
        {
            await client.UpdateAsync(id, new UpdateWorkspaceRequest { Region = new WorkspaceRegion(region) }, cancellationToken: Cancel);
        }

        foreach (var connector in ConnectorType.Known.Texts)
        {
            await client.UpdateAsync(
                id,
                new UpdateWorkspaceRequest { ConnectorType = new ConnectorType(connector) },
                cancellationToken: Cancel
            );
        }

        var nothing = new UpdateWorkspaceRequest
        {
            Name = (string?)null,
            Environment = (WorkspaceEnvironment?)null,
            Region = (WorkspaceRegion?)null,
            ConnectorType = (ConnectorType?)null,
        };
        await client.UpdateAsync(id, nothing, cancellationToken: Cancel);
        await client.UpdateAsync(id, new UpdateWorkspaceRequest(), cancellationToken: Cancel);
    }

    private static Func<Task>[] EveryOperationOn(WorkspacesClient client, EmulatedWorkspace workspace) =>
        [
            () => client.CreateAsync(Given.CreateRequest with { Slug = "of-" + workspace.Slug }, cancellationToken: Cancel),
            () => client.Workspaces.ListWorkspacesAsync(cancellationToken: Cancel),
            () => client.GetAsync(workspace.Id, cancellationToken: Cancel),
            () => client.UpdateAsync(workspace.Id, ApiCalls.UpdateRequest with { Environment = default }, cancellationToken: Cancel),
            () => client.ProvisionAsync(workspace.Id, cancellationToken: Cancel),
            () => client.GetTestCallerNumbersAsync(workspace.Id, cancellationToken: Cancel),
            () => client.ReplaceTestCallerNumbersAsync(workspace.Id, ["+15550101"], cancellationToken: Cancel),
            () => client.CheckEnvironmentConversionAsync(workspace.Id, cancellationToken: Cancel),
            () => client.ConvertEnvironmentAsync(workspace.Id, ConversionTarget.Production, workspace.Slug, cancellationToken: Cancel),
            () => client.ArchiveAsync(workspace.Id, workspace.Slug, cancellationToken: Cancel),
        ];
}
