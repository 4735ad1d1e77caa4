namespace Amigo.Workspaces.Client.Api;

/// <summary>A request that is checked and built, but not sent yet.</summary>
internal readonly struct Exchange<T>(Sender sender, Request<T> request, RequestOptions? options)
    where T : class
{
    public Task<ApiResponse<T>> SendAsync(CancellationToken cancellationToken) =>
        SendAsync(static answer => new ApiResponse<T>(answer), cancellationToken);

    /// <summary>Sends it for the value alone.</summary>
    public Task<T> ForValueAsync(CancellationToken cancellationToken) => SendAsync(static answer => answer.Value, cancellationToken);

    /// <summary>Sends it for a part of the answer. Selecting it here saves an async method, which costs a failure microseconds.</summary>
    public Task<TResult> SendAsync<TResult>(Func<Answer<T>, TResult> select, CancellationToken cancellationToken)
        where TResult : class => sender.SendAsync(request, select, options, cancellationToken);
}
