using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Amigo.Workspaces.Benchmarks.Clients.Raw;

/// <summary>What a careful team writes by hand: HttpClient, source-generated JSON, and an exception that tells the status and the body.</summary>
internal sealed class CarefulRawContender(HttpClient http) : Contender
{
    public override Task GetAsync(Guid workspaceId) => GetWorkspaceAsync(workspaceId);

    public override Task ListPageAsync(int limit) => ListAsync(limit, null);

    public override Task CreateAsync(string slug, string name) =>
        CreateAsync(
            new RawCreateRequest
            {
                Slug = slug,
                Name = name,
                Environment = "staging",
            }
        );

    public override async Task<int> CountAllAsync(int readAhead = 0)
    {
        var count = 0;
        await foreach (var _ in ListAllAsync().ConfigureAwait(false))
        {
            count++;
        }

        return count;
    }

    private async Task<RawWorkspace> GetWorkspaceAsync(Guid workspaceId, CancellationToken cancellationToken = default)
    {
        using var response = await http.GetAsync(
                $"v1/workspaces/{workspaceId}",
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken
            )
            .ConfigureAwait(false);
        return await ReadAsync(response, RawJson.Default.RawWorkspace, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RawPage> ListAsync(int limit, long? continuationToken, CancellationToken cancellationToken = default)
    {
        var query = continuationToken is null ? $"?limit={limit}" : $"?limit={limit}&continuation_token={continuationToken}";
        using var response = await http.GetAsync("v1/workspaces" + query, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        return await ReadAsync(response, RawJson.Default.RawPage, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RawWorkspace> CreateAsync(RawCreateRequest request, CancellationToken cancellationToken = default)
    {
        using var response = await http.PostAsJsonAsync("v1/me/workspaces", request, RawJson.Default.RawCreateRequest, cancellationToken)
            .ConfigureAwait(false);
        return await ReadAsync(response, RawJson.Default.RawWorkspace, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<RawWorkspace> ListAllAsync()
    {
        long? token = null;
        do
        {
            var page = await ListAsync(100, token).ConfigureAwait(false);
            foreach (var workspace in page.Items)
            {
                yield return workspace;
            }

            token = page.HasMore ? page.ContinuationToken : null;
        } while (token is not null);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new RawException(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        }

        return await response.Content.ReadFromJsonAsync(type, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The service answered with null.");
    }
}

internal sealed class RawException(HttpStatusCode status, string body) : Exception($"The service answered {(int)status}.")
{
    public HttpStatusCode Status { get; } = status;

    public string Body { get; } = body;
}

internal sealed record RawWorkspace
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Environment { get; init; }
    public required string? BackendOrgId { get; init; }
    public required string Region { get; init; }
    public required string? ConnectorType { get; init; }
    public required DateTimeOffset? ProvisionedAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

internal sealed record RawPage
{
    public required IReadOnlyList<RawWorkspace> Items { get; init; }
    public required bool HasMore { get; init; }
    public long? ContinuationToken { get; init; }
    public long? Total { get; init; }
}

internal sealed record RawCreateRequest
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Environment { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BackendOrgId { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RawWorkspace))]
[JsonSerializable(typeof(RawPage))]
[JsonSerializable(typeof(RawCreateRequest))]
internal sealed partial class RawJson : JsonSerializerContext;
