using WorkspaceClients.Tests.Proofs;

namespace Amigo.Workspaces.Client.Tests.Proofs;

public class ExhaustiveTests
{
    [Fact]
    public async Task Every_sequence_of_ends_of_attempts_ends_every_operation_as_the_rules_say()
    {
        var (cases, broken) = await EverySequence.PlayAsync(new AmigoSubject());

        broken.Take(10).Should().BeEmpty("{0} of {1} sequences must not end otherwise", broken.Count, cases);
        cases.Should().BeGreaterThan(10_000);
    }
}
