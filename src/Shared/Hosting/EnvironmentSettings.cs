namespace WorkspaceClients.Hosting;

/// <summary>Takes a key and the address that belongs to it from environment variables.</summary>
internal static class EnvironmentSettings
{
    /// <summary>The key and the address belong together, so both are taken when the key is. An address that is set already stays.</summary>
    /// <exception cref="InvalidOperationException">The address is not an absolute one.</exception>
    public static void Fill(ClientOptions options)
    {
        options.ApiKey = Variable(Product.ApiKeyVariable);
        if (options.HasBaseAddress || Variable(Product.BaseAddressVariable) is not { } address)
        {
            return;
        }

        options.BaseAddress = Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri
            : throw new InvalidOperationException(
                $"The environment variable {Product.BaseAddressVariable} is not an absolute address such as {Product.BaseAddress}."
            );
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
