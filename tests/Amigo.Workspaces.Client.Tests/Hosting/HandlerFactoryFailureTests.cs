using Amigo.Workspaces.Client.Tests.Behaviour;
using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Amigo.Workspaces.Client.Tests.Hosting;

/// <summary>The host's factory makes handlers anew every few minutes, and its code may fail then.</summary>
public class HandlerFactoryFailureTests
{
    private static readonly InvalidDataException Mine = new("The certificate store is locked.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OperationCall.Ids), MemberType = typeof(OperationCall))]
    public async Task A_handler_that_cannot_be_made_is_a_failure_of_ours_and_nothing_was_sent(string operation)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var made = MadeClient.From(ClientSource.RegisteredWithHandler, server.BaseAddress, handler: () => throw Mine);

        var failure = await FailAsync(operation, made.Client);

        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, false));
        failure.InnerException.Should().BeSameAs(Mine);
        server.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("update-test-caller-numbers", true)]
    [InlineData("provision-workspace", true)]
    [InlineData("get-workspace", false)]
    public async Task One_that_can_no_longer_be_made_before_a_retry_hides_nothing_of_the_first_attempt(string operation, bool isUnknown)
    {
        await using var server = await StubServer.StartAsync(503, "");
        await using var services = GivenHost.Services(collection =>
        {
            collection.AddWorkspacesClient(options =>
                (options.ApiKey, options.BaseAddress, options.RetryBaseDelay) = (Given.Key, server.BaseAddress, TimeSpan.Zero)
            );
            collection.Replace(ServiceDescriptor.Singleton<IHttpClientFactory>(new OnceOnly()));
        });

        var failure = await FailAsync(operation, services.GetRequiredService<WorkspacesClient>());

        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((2, isUnknown));
        failure.InnerException.Should().BeSameAs(Mine);
        server.Requests.Should().ContainSingle();
    }

    private static async Task<WorkspacesException> FailAsync(string operation, WorkspacesClient client)
    {
        var calling = () => OperationCall.Of(operation).Plain(client, null, Cancel);
        return (await calling.Should().ThrowAsync<WorkspacesConnectionException>()).Which;
    }

    private sealed class OnceOnly : IHttpClientFactory
    {
        private int _made;

        public HttpClient CreateClient(string name) => _made++ == 0 ? new HttpClient() : throw Mine;
    }
}
