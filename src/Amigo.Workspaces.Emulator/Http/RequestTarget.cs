using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Amigo.Workspaces.Emulator.Http;

/// <summary>The path and query as they came over the wire, before the server decodes and normalizes them.</summary>
internal readonly record struct RequestTarget(string Path, string Query)
{
    public static RequestTarget Of(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var mark = raw.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? new(raw, "") : new(raw[..mark], raw[(mark + 1)..]);
    }

    public RecordedRequest ToRecord(HttpRequest request, string? operationId, DateTimeOffset receivedAt) =>
        new()
        {
            Method = request.Method,
            Path = Path,
            Query = Query,
            Headers = request.Headers.ToDictionary(
                header => header.Key,
                header => string.Join(", ", header.Value.ToArray()),
                StringComparer.OrdinalIgnoreCase
            ),
            Body = "",
            OperationId = operationId,
            StatusCode = null,
            ReceivedAt = receivedAt,
        };
}
