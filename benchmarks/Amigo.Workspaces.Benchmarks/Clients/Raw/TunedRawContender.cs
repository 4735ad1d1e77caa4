using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Amigo.Workspaces.Benchmarks.Clients.Raw;

/// <summary>
/// What remains when speed is all: a plain <see cref="HttpClient"/>, headers set once, relative addresses, the body read as it arrives by generated
/// JSON into settable properties. No retries, no time limit of its own, nothing checked, nothing told.
/// </summary>
internal sealed class TunedRawContender(HttpClient http) : Contender
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    public override Task GetAsync(Guid workspaceId) => GetWorkspaceAsync(workspaceId);

    public override Task ListPageAsync(int limit) => ListAsync(limit, null);

    public override Task CreateAsync(string slug, string name) =>
        CreateAsync(
            new TunedCreateRequest
            {
                Slug = slug,
                Name = name,
                Environment = "staging",
            }
        );

    public override async Task<int> CountAllAsync(int readAhead = 0)
    {
        var count = 0;
        long? token = null;
        do
        {
            var page = await ListAsync(100, token).ConfigureAwait(false);
            foreach (var _ in page.Items)
            {
                count++;
            }

            token = page.HasMore ? page.ContinuationToken : null;
        } while (token is not null);

        return count;
    }

    private Task<TunedWorkspace> GetWorkspaceAsync(Guid workspaceId, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Get, $"v1/workspaces/{workspaceId}", null, TunedJson.Default.TunedWorkspace, cancellationToken);

    private Task<TunedPage> ListAsync(int limit, long? continuationToken, CancellationToken cancellationToken = default)
    {
        var address = continuationToken is null
            ? string.Create(CultureInfo.InvariantCulture, $"v1/workspaces?limit={limit}")
            : string.Create(CultureInfo.InvariantCulture, $"v1/workspaces?limit={limit}&continuation_token={continuationToken}");
        return SendAsync(HttpMethod.Get, address, null, TunedJson.Default.TunedPage, cancellationToken);
    }

    private Task<TunedWorkspace> CreateAsync(TunedCreateRequest body, CancellationToken cancellationToken = default)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, TunedJson.Default.TunedCreateRequest));
        content.Headers.ContentType = JsonType;
        return SendAsync(HttpMethod.Post, "v1/me/workspaces", content, TunedJson.Default.TunedWorkspace, cancellationToken);
    }

    /// <summary>The only asynchronous method: an exception pays for each that it crosses.</summary>
    private async Task<T> SendAsync<T>(
        HttpMethod method,
        string address,
        HttpContent? content,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
        where T : class
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw new RawException(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        }

        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = body.ConfigureAwait(false);
        return await JsonSerializer.DeserializeAsync(body, type, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The service answered with null.");
    }
}

internal sealed class TunedWorkspace
{
    public Guid Id { get; set; }
    public string Slug { get; set; } = "";
    public string Name { get; set; } = "";
    public string Environment { get; set; } = "";
    public string? BackendOrgId { get; set; }
    public string Region { get; set; } = "";
    public string? ConnectorType { get; set; }
    public DateTimeOffset? ProvisionedAt { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class TunedPage
{
    public List<TunedWorkspace> Items { get; set; } = [];
    public bool HasMore { get; set; }
    public long? ContinuationToken { get; set; }
    public long? Total { get; set; }
}

internal sealed class TunedCreateRequest
{
    public string Slug { get; set; } = "";
    public string Name { get; set; } = "";
    public string Environment { get; set; } = "";
    public string? BackendOrgId { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(TunedWorkspace))]
[JsonSerializable(typeof(TunedPage))]
[JsonSerializable(typeof(TunedCreateRequest))]
internal sealed partial class TunedJson : JsonSerializerContext;
