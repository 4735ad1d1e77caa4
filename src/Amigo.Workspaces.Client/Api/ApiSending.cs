namespace Amigo.Workspaces.Client.Api;

/// <summary>How the two interfaces send: the answer becomes an <see cref="ApiResponse{T}" />.</summary>
internal static class ApiSending
{
    public static Task<ApiResponse<T>> SendAsync<T>(
        this Sender sender,
        in Request<T> request,
        RequestOptions? options,
        CancellationToken cancellationToken
    )
        where T : class => sender.SendAsync(request, static answer => new ApiResponse<T>(answer), options, cancellationToken);

    /// <summary>The value of a response alone.</summary>
    public static Task<T> Value<T>(this Task<ApiResponse<T>> response) => response.Select(static response => response.Value);
}
