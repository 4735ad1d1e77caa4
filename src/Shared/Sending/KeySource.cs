namespace WorkspaceClients.Sending;

/// <summary>
/// Where the key of an attempt comes from: the call, else the client's provider, else its options, as they are at that moment. A retry does
/// not send a key that was rotated during its wait.
/// </summary>
/// <param name="current">The client's settings of the moment.</param>
internal sealed class KeySource(Func<ClientSettings> current)
{
    private ApiKey? _lastProvided;

    /// <summary>A provider's exceptions are the caller's own.</summary>
    /// <exception cref="InvalidOperationException">The provider returned what cannot be a key.</exception>
    public ValueTask<ApiKey> FindAsync(Call call, CancellationToken cancellationToken)
    {
        if (call.Key is { } own)
        {
            return new ValueTask<ApiKey>(own);
        }

        var settings = current();
        if (!settings.HasAddressOf(call.Settings))
        {
            // The newer key is for the newer address.
            settings = call.Settings;
        }

        return settings.ApiKeyProvider is { } provider ? AskAsync(provider, cancellationToken) : new ValueTask<ApiKey>(settings.ApiKey!);
    }

    private async ValueTask<ApiKey> AskAsync(Func<CancellationToken, ValueTask<string>> provider, CancellationToken cancellationToken)
    {
        var asking = provider(cancellationToken).AsTask();
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
