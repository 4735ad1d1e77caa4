using System.Reflection;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Api;

/// <summary>Calls as people write them: the token alone, with no options before it.</summary>
public sealed class CancellationTokenOverloadTests : IAsyncLifetime
{
    private static readonly ArchiveWorkspaceRequest Archive = new() { Slug = "acme-clinic" };
    private static readonly ConvertEnvironmentRequest Convert = new() { Target = ConversionTarget.Staging, ConfirmSlug = "acme-clinic" };
    private static readonly TestCallerNumbers Numbers = new() { Numbers = ["+12025550100"] };

    private StubServer _server = null!;
    private WorkspacesClient _client = null!;

    private IWorkspacesClient Client => _client;

    public async ValueTask InitializeAsync()
    {
        _server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        _client = Given.Client(_server.BaseAddress);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Every_call_obeys_its_token()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var token = source.Token;
        var client = Client;
        var (api, account, id) = (client.Workspaces, client.Account, Given.WorkspaceId);
        Func<Task>[] calls =
        [
            () => client.CreateAsync(Given.CreateRequest, token),
            () => client.EnsureCreatedAsync(Given.CreateRequest, token),
            () => client.GetAsync(id, token),
            () => client.FindBySlugAsync("acme-clinic", token),
            () => client.UpdateAsync(id, new UpdateWorkspaceRequest { Name = "Acme" }, token),
            () => client.ProvisionAsync(id, token),
            () => client.ArchiveAsync(id, "acme-clinic", token),
            () => client.CheckEnvironmentConversionAsync(id, token),
            () => client.CheckEnvironmentConversionAsync(id, ConversionTarget.Staging, token),
            () => client.ConvertEnvironmentAsync(id, ConversionTarget.Staging, "acme-clinic", token),
            () => client.ConvertEnvironmentAsync(id, ConversionTarget.Staging, "acme-clinic", (_, _) => new(true), token),
            () => client.GetTestCallerNumbersAsync(id, token),
            () => client.ReplaceTestCallerNumbersAsync(id, ["+12025550100"], token),
            () => client.AddTestCallerNumbersAsync(id, ["+12025550100"], token),
            () => client.RemoveTestCallerNumbersAsync(id, ["+12025550100"], token),
            () => api.ListWorkspacesAsync(token),
            () => api.ListWorkspacesAsync(10, token),
            () => api.ListWorkspacesAsync(10, 20, token),
            () => api.GetWorkspaceAsync(id, token),
            () => api.UpdateWorkspaceAsync(id, new UpdateWorkspaceRequest { Name = "Acme" }, token),
            () => api.ProvisionWorkspaceAsync(id, token),
            () => api.ArchiveWorkspaceAsync(id, Archive, token),
            () => api.CheckEnvironmentConversionAsync(id, token),
            () => api.CheckEnvironmentConversionAsync(id, ConversionTarget.Staging, token),
            () => api.ConvertWorkspaceEnvironmentAsync(id, Convert, token),
            () => api.GetTestCallerNumbersAsync(id, token),
            () => api.UpdateTestCallerNumbersAsync(id, Numbers, token),
            () => account.CreateMyWorkspaceAsync(Given.CreateRequest, token),
        ];

        foreach (var call in calls)
        {
            (await call.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(token);
        }

        _server.Requests.Should().BeEmpty();
        calls.Should().HaveCount(Overloads.Length, "every overload is called here");
    }

    [Fact]
    public async Task A_default_for_options_or_token_is_not_ambiguous()
    {
#pragma warning disable xUnit1051 // Without a token, because that is what is tested.
        (await _client.GetAsync(Given.WorkspaceId, default)).Slug.Should().Be("acme-clinic");
#pragma warning restore xUnit1051
        (await _client.GetAsync(Given.WorkspaceId, TestContext.Current.CancellationToken)).Slug.Should().Be("acme-clinic");
        Workspace workspace = await _client.Workspaces.GetWorkspaceAsync(Given.WorkspaceId, TestContext.Current.CancellationToken);
        workspace.Slug.Should().Be("acme-clinic");
    }

    [Fact]
    public void Every_method_that_takes_options_and_a_token_can_be_called_with_the_token_alone()
    {
        var methods = new[] { typeof(IWorkspacesClient), typeof(IWorkspacesApi), typeof(IAccountApi) }
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters() is [.., { Name: "options" }, { Name: "cancellationToken" }]);

        foreach (var method in methods)
        {
            Type[] parameters = [method.DeclaringType!, .. method.GetParameters().Select(parameter => parameter.ParameterType)];
            Overloads
                .Should()
                .Contain(overload =>
                    overload.Name == method.Name
                    && overload.ReturnType == method.ReturnType
                    && overload
                        .GetParameters()
                        .Select(parameter => parameter.ParameterType)
                        .SequenceEqual(parameters.Where(type => type != typeof(RequestOptions)))
                );
        }
    }

    private static MethodInfo[] Overloads =>
        typeof(CancellationTokenExtensions).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);
}
