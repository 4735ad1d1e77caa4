using System.CommandLine;
using Amigo.Workspaces.Cli.Profiles;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Completing;

/// <summary>The slugs that the key on a command line can see.</summary>
internal static class WorkspaceSlugs
{
    private const int PagesAhead = 3;

    // Somebody waits with a finger on the Tab key.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <exception cref="CliException">There is no key.</exception>
    /// <exception cref="WorkspacesException">The service gave none.</exception>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        if (parsed.GetResult(GlobalOptions.BaseUrl) is not null)
        {
            // An address that is still being typed must not get a key.
            return [];
        }

        var options = Credentials.Find(parsed).ToOptions();
        var cache = new SlugCache(options, TimeProvider.System);
        if (cache.Read() is { } known)
        {
            return known;
        }

        var slugs = Task.Run(() => ReadAsync(options)).GetAwaiter().GetResult();
        cache.Write(slugs);
        return slugs;
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(WorkspacesClientOptions options)
    {
        options.MaxRetries = 0;
        using var client = new WorkspacesClient(options);
        using var patience = new CancellationTokenSource(Patience);
        var slugs = new List<string>();
        try
        {
            var list = new ListWorkspacesOptions { ReadAhead = PagesAhead };
            await foreach (var workspace in client.ListAsync(list).WithCancellation(patience.Token))
            {
                slugs.Add(workspace.Slug);
            }
        }
        catch (OperationCanceledException)
        {
            // What came until now is better than nothing.
        }

        return slugs;
    }
}
