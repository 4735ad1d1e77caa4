using System.Text.Json;

namespace Amigo.Workspaces.Emulator.Tests.Support;

public sealed record Answer(int Status, string Body, string? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonElement.Parse(Body);

    public string? Detail => Json.GetProperty("detail").GetString();

    public IReadOnlyList<Issue> Issues => [.. Json.GetProperty("detail").EnumerateArray().Select(Issue.Of)];

    public static async Task<Answer> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(cancellationToken),
            response.Content.Headers.ContentType?.ToString(),
            response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase)
        );

    /// <summary>One item of a 422, its parts as JSON text where they may be of any kind.</summary>
    public sealed record Issue(string? Type, string Location, string? Message, string Input, string? Context)
    {
        public static Issue Of(JsonElement item) =>
            new(
                item.GetProperty("type").GetString(),
                item.GetProperty("loc").GetRawText(),
                item.GetProperty("msg").GetString(),
                item.GetProperty("input").GetRawText(),
                item.TryGetProperty("ctx", out var context) ? context.GetRawText() : null
            );
    }
}
