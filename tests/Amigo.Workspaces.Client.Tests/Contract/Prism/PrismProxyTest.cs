using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Contract.Prism;

/// <summary>Tests with Prism between the client and an emulator. Whatever it finds in either direction is a bug in one of the two.</summary>
public abstract class PrismProxyTest : IDisposable
{
    /// <summary>
    /// What the emulator answers, as the service does, although the contract does not document it: the service checks keys, roles and ids on
    /// operations whose documentation leaves them out. On these, and on statuses documented nowhere, Prism has one thing to say and no other.
    /// </summary>
    private static readonly (string OperationId, int Status)[] KnownGaps =
    [
        ("create-my-workspace", 401),
        ("check-environment-conversion", 404),
        ("get-test-caller-numbers", 401),
        ("get-test-caller-numbers", 403),
        ("get-test-caller-numbers", 404),
        ("update-test-caller-numbers", 401),
        ("update-test-caller-numbers", 403),
        ("update-test-caller-numbers", 404),
    ];

    private readonly List<WatchedClient> _watched = [];
    private readonly PrismProxy _proxy;

    protected PrismProxyTest(PrismProxy proxy)
    {
        proxy.Require();
        _proxy = proxy;
        Emulator.ClearFaults();
    }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected WorkspacesEmulator Emulator => _proxy.Emulator;

    public void Dispose()
    {
        _watched.ForEach(watched => watched.Dispose());
        GC.SuppressFinalize(this);
    }

    private protected WatchedClient As(WorkspaceRole role) => With(Emulator.CreateApiKey(role));

    private protected WatchedClient With(string apiKey)
    {
        var watched = new WatchedClient(_proxy.BaseAddress, apiKey);
        _watched.Add(watched);
        return watched;
    }

    /// <summary>Every exchange kept the contract, but for a status that it is known to leave out.</summary>
    private protected static void ShouldKeepTheContract(WatchedClient watched)
    {
        watched.Verdicts.Should().NotBeEmpty();
        foreach (var verdict in watched.Verdicts)
        {
            var operationId = OperationIdOf(verdict);
            if (Contract.Documents(operationId, verdict.Status))
            {
                verdict.Violations.Should().BeEmpty("{0} answered {1}", operationId, verdict.Status);
            }
            else
            {
                (KnownGaps.Contains((operationId, verdict.Status)) || Contract.UndocumentedStatuses.Contains(verdict.Status))
                    .Should()
                    .BeTrue("{0} answered {1}", operationId, verdict.Status);
                verdict.Violations.Should().ContainSingle().Which.Should().StartWith("response: Unable to match the returned status code");
            }
        }
    }

    private static string OperationIdOf(Verdict verdict)
    {
        var template = string.Join('/', verdict.Path.Split('/').Select(part => Guid.TryParse(part, out _) ? "{workspace_id}" : part));
        return Contract.Document.Paths[template].Operations![new HttpMethod(verdict.Method)].OperationId!;
    }
}
