using Microsoft.AspNetCore.Http;

namespace Amigo.Workspaces.Emulator.Http;

/// <summary>Lets web pages of certain origins use the service from a browser.</summary>
internal sealed class Cors(IEnumerable<string> origins)
{
    private const string AnyOrigin = "*";

    private readonly HashSet<string> _origins = new(origins, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it is a scheme, a host and perhaps a port, as a browser sends it; or <c>*</c>.</summary>
    public static bool IsOrigin(string? text) =>
        string.Equals(text, AnyOrigin, StringComparison.Ordinal)
        || (
            Uri.TryCreate(text, UriKind.Absolute, out var origin)
            && origin.Scheme is "http" or "https"
            && string.Equals(origin.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Adds what a browser wants to see, for an origin that may.</summary>
    /// <returns>Whether the request was a preflight, which this answer is all for.</returns>
    public bool Answer(HttpContext context)
    {
        if (_origins.Count == 0)
        {
            return false;
        }

        var (request, response) = (context.Request, context.Response);
        var origin = request.Headers.Origin.ToString();
        response.Headers.Vary = "Origin";
        if (origin.Length == 0 || AllowedOrigin(origin) is not { } allowed)
        {
            return false;
        }

        response.Headers.AccessControlAllowOrigin = allowed;
        if (!HttpMethods.IsOptions(request.Method) || request.Headers.AccessControlRequestMethod.Count == 0)
        {
            response.Headers.AccessControlExposeHeaders =
                "Retry-After, x-request-id, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset";
            return false;
        }

        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowMethods = "GET, PATCH, POST, PUT";
        response.Headers.AccessControlAllowHeaders = request.Headers.AccessControlRequestHeaders;
        response.Headers.AccessControlMaxAge = "600";
        return true;
    }

    private string? AllowedOrigin(string origin) =>
        _origins.Contains(AnyOrigin) ? AnyOrigin
        : _origins.Contains(origin) ? origin
        : null;
}
