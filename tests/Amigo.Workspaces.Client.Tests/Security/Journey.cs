using Amigo.Workspaces.Client.Tests.Support;
using WorkspaceClients.Tests.Security;

namespace Amigo.Workspaces.Client.Tests.Security;

/// <summary>How a client comes by its key.</summary>
public enum KeySource
{
    Options,
    Provider,
    Request,
}

/// <summary>Calls that carry one key, and the evidence of what became of them.</summary>
internal sealed class Journey(string key, KeySource source, Evidence evidence)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public string Key => key;

    public Evidence Evidence => evidence;

    /// <summary>The key of the call, where the call is to bring it.</summary>
    public RequestOptions? Request => source == KeySource.Request ? new RequestOptions { ApiKey = key } : null;

    public WorkspacesClient Client(Uri address, Action<WorkspacesClientOptions>? change = null)
    {
        var options = new WorkspacesClientOptions
        {
            BaseAddress = address,
            RetryBaseDelay = TimeSpan.Zero,
            MaxRetries = 1,
        };
        switch (source)
        {
            case KeySource.Options:
                options.ApiKey = key;
                break;
            case KeySource.Provider:
                options.ApiKeyProvider = _ => ValueTask.FromResult(key);
                break;
            default:
                options.ApiKey = "another-key-that-is-never-sent";
                break;
        }

        change?.Invoke(options);
        evidence.Keep("options", options);
        return new WorkspacesClient(options, evidence.Log);
    }

    /// <summary>Reads and writes once, and keeps whatever comes of it.</summary>
    public async Task CallAsync(string where, Uri address, Action<WorkspacesClientOptions>? change = null)
    {
        using var client = Client(address, change);
        await KeepAsync(where, () => client.Workspaces.GetWorkspaceAsync(Given.WorkspaceId, Request, Cancel));
        await KeepAsync(where, () => client.Account.CreateMyWorkspaceAsync(Given.CreateRequest, Request, Cancel));
        evidence.KeepText(where, client);
        evidence.KeepText(where, client.Workspaces);
        evidence.KeepText(where, client.Account);
    }

    /// <summary>Makes a call that may fail.</summary>
    public async Task KeepAsync<T>(string where, Func<Task<ApiResponse<T>>> call)
        where T : class
    {
        try
        {
            var response = await call();
            _ = response.Headers;
            evidence.Keep(where, response);
        }
        catch (Exception exception)
        {
            evidence.Keep(where, exception);
        }
    }

    /// <summary>Does what must fail.</summary>
    public void KeepFailure(string where, Action fail) => evidence.Keep(where, Record.Exception(fail)!);

    public async Task KeepFailureAsync(string where, Func<Task> fail) => evidence.Keep(where, (await Record.ExceptionAsync(fail))!);
}
