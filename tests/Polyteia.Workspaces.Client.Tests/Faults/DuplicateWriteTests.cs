using Polyteia.Workspaces.Client.Tests.Proofs;
using WorkspaceClients.Tests.Proofs;

namespace Polyteia.Workspaces.Client.Tests.Faults;

public class DuplicateWriteTests
{
    [Fact]
    public async Task A_command_is_never_done_twice_and_what_is_said_of_its_outcome_is_true()
    {
        await using var writes = new DuplicateWrites(new PolyteiaSubject());

        await writes.PlayAsync();
    }
}
