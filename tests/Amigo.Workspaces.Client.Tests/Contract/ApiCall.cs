using System.Net;

namespace Amigo.Workspaces.Client.Tests.Contract;

/// <summary>An answer, whatever the type of its value.</summary>
internal sealed record ApiAnswer(object Value, HttpStatusCode StatusCode, int Attempts, string? RequestId, RateLimit? RateLimit)
{
    public static async Task<ApiAnswer> Of<T>(Task<ApiResponse<T>> task)
        where T : class
    {
        var response = await task;
        return new ApiAnswer(response.Value, response.StatusCode, response.Attempts, response.RequestId, response.RateLimit);
    }
}

/// <summary>One call of one operation through the public API, and what has to be on the wire.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="Method">The verb.</param>
/// <param name="PathAndQuery">The path and the query.</param>
/// <param name="Body">The JSON body; <see langword="null" /> when there is none.</param>
/// <param name="MayRepeat">Whether the client may repeat it while its outcome is unknown.</param>
/// <param name="Send">Calls the API.</param>
internal sealed record ApiCall(
    string OperationId,
    string Method,
    string PathAndQuery,
    string? Body,
    bool MayRepeat,
    Func<IWorkspacesClient, RequestOptions?, CancellationToken, Task<ApiAnswer>> Send
)
{
    public bool IsWrite => Method != "GET";

    public Task<ApiAnswer> SendAsync(IWorkspacesClient client, RequestOptions? options = null) =>
        Send(client, options, TestContext.Current.CancellationToken);

    public async Task<WorkspacesException> FailAsync(IWorkspacesClient client, RequestOptions? options = null) =>
        await Assert.ThrowsAnyAsync<WorkspacesException>(() => SendAsync(client, options));

    public override string ToString() => OperationId;
}
