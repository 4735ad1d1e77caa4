using Microsoft.OpenApi;

namespace Amigo.Workspaces.Client.Tests.Contract.Drift;

/// <summary>Contract and client say the same thing, both ways, and a contract that says anything else is noticed.</summary>
public sealed class DriftTests(ClientFacts client) : IClassFixture<ClientFacts>
{
    [Fact]
    public void The_contract_is_a_valid_document()
    {
        var diagnostic = OpenApiDocument.Parse(Contract.Json, OpenApiConstants.Json).Diagnostic!;

        diagnostic.Errors.Should().BeEmpty();
        diagnostic.SpecificationVersion.Should().Be(OpenApiSpecVersion.OpenApi3_1);
    }

    [Fact]
    public void What_the_contract_promises_has_its_place_in_the_client()
    {
        ContractFacts.Of(Contract.Document).Except(client.All).Should().BeEmpty();
    }

    [Fact]
    public void What_the_client_promises_is_in_the_contract()
    {
        client.All.Except(ContractFacts.Of(Contract.Document)).Should().BeEmpty();
    }

    [Fact]
    public void Any_change_of_the_contract_is_noticed()
    {
        var mutants = Mutations.Of(Contract.Json);

        var survivors = mutants.Where(mutant => !IsNoticed(mutant)).Select(mutant => mutant.Change);

        survivors.Should().BeEmpty("each of {0} changes has to be noticed", mutants.Count);
        mutants.Count.Should().BeGreaterThan(500);
    }

    private bool IsNoticed(Mutant mutant) => !client.All.SetEquals(ContractFacts.Of(Contract.Read(mutant.Json)));
}
