namespace WorkspaceClients.Sending;

/// <summary>One operation of a service.</summary>
/// <param name="id">Its name in the service's own documents.</param>
/// <param name="method">The verb.</param>
/// <param name="pathTemplate">The path, with parameters in braces.</param>
/// <param name="safety">Whether repeating it is safe.</param>
/// <param name="isWrite">Whether it changes anything.</param>
internal class Operation(string id, HttpMethod method, string pathTemplate, RetrySafety safety, bool isWrite)
{
    public string Id { get; } = id;

    public HttpMethod Method { get; } = method;

    public string PathTemplate { get; } = pathTemplate;

    public RetrySafety Safety { get; } = safety;

    public bool IsWrite { get; } = isWrite;

    public sealed override string ToString() => Id;
}
