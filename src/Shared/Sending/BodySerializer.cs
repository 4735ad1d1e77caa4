using System.Reflection;
using Refit;

namespace WorkspaceClients.Sending;

/// <summary>Writes the bodies of requests for Refit, at once and whole. It reads nothing: answers are ours to read.</summary>
internal abstract class BodySerializer : IHttpContentSerializer, ISynchronousContentSerializer
{
    public HttpContent ToHttpContent<T>(T item) => new RequestContent(Write(item!));

    public HttpContent ToHttpContentSynchronous<T>(T item) => ToHttpContent(item);

    public HttpContent ToStreamingHttpContent<T>(T item) => ToHttpContent(item);

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => throw new NotSupportedException();

    protected abstract byte[] Write(object body);
}
