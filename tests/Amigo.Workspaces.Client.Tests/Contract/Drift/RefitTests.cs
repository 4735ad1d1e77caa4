namespace Amigo.Workspaces.Client.Tests.Contract.Drift;

/// <summary>The Refit interfaces and the contract have the same operations, with the same verbs, paths, parameters and bodies.</summary>
public class RefitTests
{
    /// <summary>The changes of a contract that change which request there is.</summary>
    private static readonly string[] ChangesOfARequest =
    [
        "drop the path",
        "move the path",
        "add a path",
        "drop the operation",
        "change the verb",
        "add an operation",
        "rename the operation",
        "drop the parameter",
        "rename the parameter",
        "move the parameter",
        "make the parameter required or not",
        "add a parameter",
        "drop the body",
        "make the body optional",
    ];

    private static readonly IReadOnlyList<Mutant> Mutants = Mutations.Of(Contract.Json);

    private static readonly IReadOnlyList<RefitMethod> Methods = RefitMethod.AllOf(typeof(WorkspacesClient).Assembly);

    [Fact]
    public void Every_request_of_the_contract_is_in_a_Refit_interface() =>
        RequestShape.Of(Contract.Document).Except(RequestShape.Of(Methods)).Should().BeEmpty();

    [Fact]
    public void Every_request_of_a_Refit_interface_is_in_the_contract() =>
        RequestShape.Of(Methods).Except(RequestShape.Of(Contract.Document)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_contract_with_other_requests_is_noticed(string change)
    {
        var shape = RequestShape.Of(Methods);
        var mutants = Mutants.Where(mutant => mutant.Change.Contains($": {change}", StringComparison.Ordinal)).ToList();

        mutants.Should().NotBeEmpty();
        mutants
            .Where(mutant => shape.SetEquals(RequestShape.Of(Contract.Read(mutant.Json))))
            .Select(mutant => mutant.Change)
            .Should()
            .BeEmpty();
    }

    /// <summary>What reads is sent again, and by its verb the contract says what reads.</summary>
    [Fact]
    public void An_operation_is_held_for_a_read_exactly_where_its_verb_is_GET() =>
        Operations
            .All.Where(operation => !operation.IsWrite)
            .Select(operation => operation.Id)
            .Should()
            .BeEquivalentTo(
                from path in Contract.Document.Paths.Values
                from operation in path.Operations!
                where operation.Key == HttpMethod.Get
                select operation.Value.OperationId
            );

    /// <summary>Refit builds; it never sends.</summary>
    [Fact]
    public void A_Refit_method_returns_the_request() =>
        Methods.Should().NotBeEmpty().And.OnlyContain(method => method.Result == typeof(Task<HttpRequestMessage>));

    public static TheoryData<string> Changes => new(ChangesOfARequest);
}
