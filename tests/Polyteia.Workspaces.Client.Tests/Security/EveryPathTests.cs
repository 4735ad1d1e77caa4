using Polyteia.Workspaces.Client.Tests.Proofs;
using WorkspaceClients.Tests.Security;

namespace Polyteia.Workspaces.Client.Tests.Security;

/// <summary>A key, a proxy's user and password, and a patient's name go down every path at once.</summary>
[Collection(RunAlone.Name)]
public class EveryPathTests
{
    [Fact]
    public Task No_path_shows_a_key_a_proxys_password_or_a_patients_name() =>
        EveryPath.ShowsNothingAsync(
            new PolyteiaSubject(),
            typeof(PolyteiaWorkspacesClient).Assembly,
            TestContext.Current.CancellationToken
        );
}
