using System.Globalization;
using System.Net;
using System.Text;
using Amigo.Workspaces.Client;
using Polyteia.Workspaces.Client;

namespace Fuzz;

/// <summary>The headers of an error, as lines of <c>name: value</c>. What <c>Retry-After</c> asks for in plain seconds is never undercut.</summary>
internal static class HeaderReader
{
    private const int MaxDigits = 9;

    public static void Read(byte[] lines)
    {
        var headers = Encoding.Latin1.GetString(lines).Split('\n').Select(Header).ToList();
        var least = headers
            .Where(header => string.Equals(header.Key, "Retry-After", StringComparison.OrdinalIgnoreCase))
            .Select(header => Seconds(header.Value))
            .Max();

        var answer = new Answer(HttpStatusCode.TooManyRequests, []) { Headers = headers };
        answer.ReadBy((WorkspacesClient client) => client.GetAsync(SuccessReader.AmigoId), out var amigo);
        BrokenPromiseException.ThrowUnless(
            amigo is WorkspacesRateLimitException { RetryAfter: var wait } && !(wait < TimeSpan.Zero) && !(wait < least),
            "the wait that was asked for"
        );

        answer.ReadBy((PolyteiaWorkspacesClient client) => client.GetAsync(SuccessReader.PolyteiaId), out var polyteia);
        BrokenPromiseException.ThrowUnless(
            polyteia is PolyteiaApiException { RetryAfter: var other } && !(other < TimeSpan.Zero) && !(other < least),
            "the wait that was asked for"
        );
    }

    private static KeyValuePair<string, string> Header(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new("Retry-After", line) : new(line[..colon], line[(colon + 1)..]);
    }

    private static TimeSpan? Seconds(string text) =>
        // The framework would take a NUL after the digits.
        text.Length <= MaxDigits
        && text.All(char.IsAsciiDigit)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
