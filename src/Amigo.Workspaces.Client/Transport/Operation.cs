namespace Amigo.Workspaces.Client.Transport;

/// <summary>One operation of the contract.</summary>
internal sealed class Operation
{
    private const string WorkspaceIdParameter = "{workspace_id}";

    private readonly string _beforeId;
    private readonly string _afterId;

    public Operation(string id, HttpMethod method, string pathTemplate, RetrySafety safety)
    {
        Id = id;
        Method = method;
        PathTemplate = pathTemplate;
        Safety = safety;
        IsWrite = method != HttpMethod.Get;

        var at = pathTemplate.IndexOf(WorkspaceIdParameter, StringComparison.Ordinal);
        _beforeId = at < 0 ? pathTemplate : pathTemplate[..at];
        _afterId = at < 0 ? "" : pathTemplate[(at + WorkspaceIdParameter.Length)..];
    }

    public string Id { get; }

    public HttpMethod Method { get; }

    public string PathTemplate { get; }

    public RetrySafety Safety { get; }

    public bool IsWrite { get; }

    public string PathFor(Guid workspaceId) => $"{_beforeId}{workspaceId}{_afterId}";

    public override string ToString() => Id;
}
