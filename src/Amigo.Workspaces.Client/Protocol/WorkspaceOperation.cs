namespace Amigo.Workspaces.Client.Protocol;

/// <summary>One operation of the contract. What is asked for with GET reads; everything else writes.</summary>
internal sealed class WorkspaceOperation : Operation
{
    private const string WorkspaceIdParameter = "{workspace_id}";

    private readonly string _beforeId;
    private readonly string _afterId;

    public WorkspaceOperation(string id, HttpMethod method, string pathTemplate, RetrySafety safety)
        : base(id, method, pathTemplate, safety, isWrite: method != HttpMethod.Get)
    {
        var at = pathTemplate.IndexOf(WorkspaceIdParameter, StringComparison.Ordinal);
        _beforeId = at < 0 ? pathTemplate : pathTemplate[..at];
        _afterId = at < 0 ? "" : pathTemplate[(at + WorkspaceIdParameter.Length)..];
    }

    public string PathFor(Guid workspaceId) => $"{_beforeId}{workspaceId}{_afterId}";
}
