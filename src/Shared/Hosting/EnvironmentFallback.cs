using Microsoft.Extensions.Options;

namespace WorkspaceClients.Hosting;

/// <summary>Takes a key that nothing else has set from the environment, and with it the address that belongs to it.</summary>
internal sealed class EnvironmentFallback : IPostConfigureOptions<ClientOptions>
{
    public void PostConfigure(string? name, ClientOptions options)
    {
        // A keyed client has a name: a tenant whose key is missing must not borrow another's.
        if (string.IsNullOrEmpty(name) && options.ApiKey is null && options.ApiKeyProvider is null)
        {
            EnvironmentSettings.Fill(options);
        }
    }
}
