using System.Net;
using Amigo.Workspaces.Client;
using Polyteia.Workspaces.Client;

namespace Fuzz;

/// <summary>The body of a page. As every page is the same, only a few are asked for: a service may have any number of items.</summary>
internal static class PageReader
{
    private const int Pages = 3;

    public static void Read(byte[] body)
    {
        var answer = new Answer(HttpStatusCode.OK, body);
        var amigo = answer.ReadBy((WorkspacesClient client) => FirstAsync(client.ListAsync().AsPages()), out var exception);
        BrokenPromiseException.ThrowUnless(
            amigo is null ? SuccessReader.IsOfAnswer(exception) : amigo.All(page => page.Items.All(item => item.Slug is not null)),
            "pages of workspaces with a slug, or what was wrong"
        );

        var polyteia = answer.ReadBy((PolyteiaWorkspacesClient client) => FirstAsync(client.ListAsync().AsPages()), out var failure);
        BrokenPromiseException.ThrowUnless(
            polyteia is null ? SuccessReader.IsOfAnswer(failure) : polyteia.All(page => page.Items.All(item => item.Name is not null)),
            "pages of workspaces with a name, or what was wrong"
        );
    }

    private static async Task<List<T>> FirstAsync<T>(IAsyncEnumerable<T> pages) => await pages.Take(Pages).ToListAsync();
}
