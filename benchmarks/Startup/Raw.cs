using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization;

// One call, and out: the same as its sibling, compressed answers too, with HttpClient and generated JSON alone.
using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli };
using var client = new HttpClient(handler) { BaseAddress = new Uri(Environment.GetEnvironmentVariable("AMIGO_BASE_URL")!) };
client.DefaultRequestHeaders.Authorization = new("Bearer", Environment.GetEnvironmentVariable("AMIGO_API_KEY"));
var page = await client.GetFromJsonAsync("v1/workspaces?limit=1", RawJson.Default.RawPage);
return page!.Items.Count == 1 ? 0 : 1;

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

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RawPage))]
internal sealed partial class RawJson : JsonSerializerContext;
