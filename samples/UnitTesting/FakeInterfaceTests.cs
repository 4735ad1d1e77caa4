using System.Net;
using Amigo.Workspaces.Client;

namespace UnitTesting;

/// <summary>First way: a fake in place of an interface. No server; the test says what the service answers.</summary>
public sealed class FakeInterfaceTests
{
    [Fact]
    public async Task The_request_id_is_told()
    {
        var account = new FakeAccount(request => new ApiResponse<Workspace>(
            new Workspace { Slug = request.Slug, Name = request.Name },
            HttpStatusCode.Created,
            requestId: "req-1"
        ));

        var answer = await new ClinicOnboarding(account).SignUpAsync("Sunrise Clinic", TestContext.Current.CancellationToken);

        Assert.Equal("sunrise-clinic is ready (request req-1).", answer);
    }

    [Fact]
    public async Task A_new_clinic_begins_in_staging()
    {
        CreateWorkspaceRequest? sent = null;
        var account = new FakeAccount(request =>
        {
            sent = request;
            return new ApiResponse<Workspace>(new Workspace());
        });

        await new ClinicOnboarding(account).SignUpAsync("Sunrise Clinic", TestContext.Current.CancellationToken);

        Assert.Equal(WorkspaceEnvironment.Staging, sent?.Environment);
    }

    [Fact]
    public async Task An_unknown_outcome_is_told()
    {
        var account = new FakeAccount(_ => throw new WorkspacesTimeoutException("Too slow.") { MayHaveBeenApplied = true });

        var answer = await new ClinicOnboarding(account).SignUpAsync("Sunrise Clinic", TestContext.Current.CancellationToken);

        Assert.Equal("sunrise-clinic may be there already: look before you sign up again.", answer);
    }

    private sealed class FakeAccount(Func<CreateWorkspaceRequest, ApiResponse<Workspace>> answer) : IAccountApi
    {
        public Task<ApiResponse<Workspace>> CreateMyWorkspaceAsync(
            CreateWorkspaceRequest request,
            RequestOptions? options = null,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(answer(request));
    }
}
