using System.Globalization;
using System.Text.Json;

namespace Polyteia.Workspaces.Client.Tests.Paging;

/// <summary>What a service was asked for, page by page.</summary>
/// <param name="Page">The number.</param>
/// <param name="Size">The size.</param>
internal sealed record Asked(int Page, int Size);

/// <summary>Servers that answer lists well or badly.</summary>
internal static class PagedService
{
    /// <summary>A service that holds so many workspaces and pages through them as documented.</summary>
    public static Task<StubServer> HoldingAsync(int total, int? maxSize = null) =>
        StartAsync(asked =>
        {
            var size = Math.Min(asked.Size, maxSize ?? asked.Size);
            var items = Enumerable.Range(1, total).Skip((asked.Page - 1) * size).Take(size);
            return Answer(total, asked.Page, size, items);
        });

    /// <summary>A service whose lists are as a test says.</summary>
    public static async Task<StubServer> StartAsync(Func<Asked, string> answer)
    {
        StubServer? server = null;
        return server = await StubServer.StartAsync(
            // Pages are asked for one at a time, so the last request is this one.
            (context, _) => StubServer.RespondAsync(context, 200, answer(AskedOf(server!.Requests[^1].Body)))
        );
    }

    public static IReadOnlyList<Asked> AskedOf(StubServer server) => [.. server.Requests.Select(request => AskedOf(request.Body))];

    public static string Answer(long total, int? page, int? size, IEnumerable<int> items)
    {
        var echoes = (page is null ? "" : $"\"page\":{page},") + (size is null ? "" : $"\"size\":{size},");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"data\":{{\"total\":{total},{echoes}\"items\":[{string.Join(',', items.Select(Item))}]}}}}"
        );
    }

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"ws_{number}");

    private static string Item(int number) => Given.WorkspaceJson.Replace(Given.Id, Id(number));

    private static Asked AskedOf(string body)
    {
        var asked = JsonElement.Parse(body).GetProperty("params");
        return new Asked(asked.GetProperty("page").GetInt32(), asked.GetProperty("size").GetInt32());
    }
}
