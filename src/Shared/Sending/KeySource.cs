namespace WorkspaceClients.Sending;

/// <summary>Where the key of an attempt comes from: the call, else the client's provider, else its options.</summary>
internal sealed class KeySource
{
    private ApiKey? _lastProvided;

    /// <summary>The key, when nobody has to be asked for it.</summary>
    public static ApiKey? Known(Call call) => call.Key ?? (call.Settings.ApiKeyProvider is null ? call.Settings.ApiKey : null);

    /// <summary>Asks the provider. Its exceptions are the caller's own.</summary>
    /// <exception cref="InvalidOperationException">The provider returned what cannot be a key.</exception>
    public async ValueTask<ApiKey> AskAsync(Call call, CancellationToken cancellationToken)
    {
        var asking = call.Settings.ApiKeyProvider!(cancellationToken).AsTask();
        try
        {
            var value = await asking.OrCancelled(cancellationToken).ConfigureAwait(false);
            if (value is null || !OptionsRules.IsKey(value))
            {
                throw new InvalidOperationException($"The key from {Product.OptionsName}.ApiKeyProvider {OptionsRules.KeyRule}.");
            }

            var last = _lastProvided;
            return last?.Is(value) == true ? last : _lastProvided = new ApiKey(value);
        }
        finally
        {
            LeftBehind.Abandon(asking);
        }
    }
}
