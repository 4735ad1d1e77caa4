using Amigo.Workspaces.Client.Tests.Contract.Stubs;

namespace Amigo.Workspaces.Client.Tests.Contract.Prism;

/// <summary>The stubs answer what the contract says, in the judgement of a validator that shares no code with them.</summary>
public sealed class PrismStubTests : IClassFixture<PrismStubProxy>
{
    private readonly PrismStubProxy _prism;

    public PrismStubTests(PrismStubProxy prism)
    {
        prism.Require();
        prism.Service.StartAfresh();
        _prism = prism;
    }

    public static TheoryData<string, int> Answers => [.. DocumentedAnswer.All.Select(answer => (answer.OperationId, answer.Status))];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_stub_answers_as_the_contract_says(string operationId, int status)
    {
        var answer = DocumentedAnswer.Of(operationId, status);
        _prism.Service.Given(ContractRequest.Of(operationId)).RespondWith(answer.Response);
        using var watched = new WatchedClient(_prism.BaseAddress);

        await Record.ExceptionAsync(() => ApiCalls.Of(operationId).SendAsync(watched.Client));

        var verdict = watched.Verdicts.Should().ContainSingle().Subject;
        verdict.Status.Should().Be(status);
        verdict.Violations.Should().BeEmpty();
    }
}
