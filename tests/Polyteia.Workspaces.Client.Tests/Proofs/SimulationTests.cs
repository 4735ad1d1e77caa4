using WorkspaceClients.Tests.Proofs;

namespace Polyteia.Workspaces.Client.Tests.Proofs;

public class SimulationTests
{
    [Fact]
    public Task Whatever_happens_and_in_whatever_order_every_promise_is_kept() => Simulation.PlayAsync(new PolyteiaSubject());
}
