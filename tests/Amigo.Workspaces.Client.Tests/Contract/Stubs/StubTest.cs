using System.Text.Json;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Contract.Stubs;

/// <summary>One WireMock.Net serves all of these tests, one test at a time: stubs, scenarios and journal are the test's own.</summary>
[CollectionDefinition(Name)]
public sealed class UsesStubs : ICollectionFixture<StubbedService>
{
    public const string Name = "Stubs";
}

[Collection(UsesStubs.Name)]
public abstract class StubTest : IDisposable
{
    private readonly List<WorkspacesClient> _clients = [];

    protected StubTest(StubbedService service)
    {
        Service = service;
        service.StartAfresh();
    }

    protected StubbedService Service { get; }

    private protected SeenRequest SentOnce => Service.Sent.Should().ContainSingle().Subject;

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        GC.SuppressFinalize(this);
    }

    protected WorkspacesClient Client(Action<WorkspacesClientOptions>? change = null)
    {
        var client = Given.Client(Service.BaseAddress, change);
        _clients.Add(client);
        return client;
    }

    private protected void Answer(DocumentedAnswer answer) =>
        Service.Given(ContractRequest.Of(answer.OperationId)).RespondWith(answer.Response);

    private protected static void ShouldBe(SeenRequest sent, ApiCall call)
    {
        (sent.Method, sent.Path + sent.Query).Should().Be((call.Method, call.PathAndQuery));
        sent.Headers["Authorization"].Should().Be("Bearer " + Given.Key);
        sent.Headers["Accept"].Should().Be("application/json");
        sent.Headers["User-Agent"].Should().StartWith("Amigo.Workspaces.Client/");
        if (call.Body is null)
        {
            sent.Body.Should().BeEmpty();
            sent.Headers.Should().NotContainKey("Content-Type");
        }
        else
        {
            JsonElement.DeepEquals(JsonElement.Parse(sent.Body), JsonElement.Parse(call.Body)).Should().BeTrue(sent.Body);
            sent.Headers["Content-Type"].Should().Be("application/json");
        }
    }
}
