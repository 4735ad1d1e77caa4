using System.Text.Json;

namespace WorkspaceClients.Reading;

/// <summary>A member of an answer that does not match the contract. The serializer adds the path to the member's owner.</summary>
internal sealed class ContractViolationException(string member, string problem) : JsonException
{
    public string Member { get; } = member;

    public string Problem { get; } = problem;
}
