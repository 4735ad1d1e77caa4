namespace Amigo.Workspaces.Client.Api;

/// <summary>The two shapes in which a call ends: the plain value, and the value with what is known of the answer.</summary>
internal static class TransportExtensions
{
    public static Task<T> SendForValueAsync<T>(
        this HttpTransport transport,
        in Request<T> request,
        RequestOptions? options,
        CancellationToken cancellationToken
    )
        where T : class => transport.SendAsync(request, static answer => answer.Value, options, cancellationToken);

    public static Task<ApiResponse<T>> SendForResponseAsync<T>(
        this HttpTransport transport,
        in Request<T> request,
        RequestOptions? options,
        CancellationToken cancellationToken
    )
        where T : class => transport.SendAsync(request, static answer => new ApiResponse<T>(answer), options, cancellationToken);
}
