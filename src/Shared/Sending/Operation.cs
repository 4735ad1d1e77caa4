namespace WorkspaceClients.Sending;

/// <summary>One operation of a service. What it asks for stands in the Refit interface; this adds what no contract says.</summary>
/// <param name="id">Its name in the service's own documents.</param>
/// <param name="safety">Whether it can be sent again.</param>
internal sealed class Operation(string id, RetrySafety safety)
{
    public string Id { get; } = id;

    public RetrySafety Safety { get; } = safety;

    public bool IsWrite => Safety != RetrySafety.Read;

    public override string ToString() => Id;
}
