using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Amigo.Workspaces.Benchmarks.Clients;

/// <summary>Three operations in the manner of the code that NSwag generates for System.Text.Json.</summary>
public sealed class NSwagStyleClient(HttpClient httpClient)
{
    private static readonly JsonSerializerOptions Settings = new();

    public Task<PlainWorkspace> GetWorkspaceAsync(Guid workspaceId, CancellationToken cancellationToken = default)
    {
        var url = new StringBuilder();
        url.Append("v1/workspaces/");
        url.Append(Uri.EscapeDataString(ConvertToString(workspaceId, CultureInfo.InvariantCulture)));
        return SendAsync<PlainWorkspace>(HttpMethod.Get, url, null, cancellationToken);
    }

    public Task<PlainPage> ListWorkspacesAsync(int? limit, long? continuationToken, CancellationToken cancellationToken = default)
    {
        var url = new StringBuilder();
        url.Append("v1/workspaces").Append('?');
        AppendQuery(url, "limit", limit);
        AppendQuery(url, "continuation_token", continuationToken);
        url.Length--;
        return SendAsync<PlainPage>(HttpMethod.Get, url, null, cancellationToken);
    }

    public Task<PlainWorkspace> CreateMyWorkspaceAsync(PlainCreateRequest body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, Settings));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        return SendAsync<PlainWorkspace>(HttpMethod.Post, new StringBuilder("v1/me/workspaces"), content, cancellationToken);
    }

    private async Task<T> SendAsync<T>(HttpMethod method, StringBuilder url, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage();
        request.Content = content;
        request.Method = method;
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("application/json"));
        request.RequestUri = new Uri(url.ToString(), UriKind.RelativeOrAbsolute);

        using var response = await httpClient
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        var headers = new Dictionary<string, IEnumerable<string>>(StringComparer.Ordinal);
        foreach (var header in response.Headers)
        {
            headers[header.Key] = header.Value;
        }

        foreach (var header in response.Content.Headers)
        {
            headers[header.Key] = header.Value;
        }

        var status = (int)response.StatusCode;
        if (status is 200 or 201)
        {
            return await ReadObjectAsync<T>(response, headers, cancellationToken).ConfigureAwait(false);
        }

        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        throw new NSwagStyleException(
            "The HTTP status code of the response was not expected (" + status + ").",
            status,
            text,
            headers,
            null
        );
    }

    private static async Task<T> ReadObjectAsync<T>(
        HttpResponseMessage response,
        Dictionary<string, IEnumerable<string>> headers,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var value = await JsonSerializer.DeserializeAsync<T>(stream, Settings, cancellationToken).ConfigureAwait(false);
            return value
                ?? throw new NSwagStyleException("Response was null which was not expected.", (int)response.StatusCode, "", headers, null);
        }
        catch (JsonException exception)
        {
            var message = "Could not deserialize the response body stream as " + typeof(T).FullName + ".";
            throw new NSwagStyleException(message, (int)response.StatusCode, "", headers, exception);
        }
    }

    private static void AppendQuery(StringBuilder url, string name, object? value)
    {
        if (value is not null)
        {
            url.Append(Uri.EscapeDataString(name)).Append('=');
            url.Append(Uri.EscapeDataString(ConvertToString(value, CultureInfo.InvariantCulture))).Append('&');
        }
    }

    private static string ConvertToString(object? value, CultureInfo culture) => Convert.ToString(value, culture) ?? "";
}

public sealed class NSwagStyleException(
    string message,
    int statusCode,
    string response,
    IReadOnlyDictionary<string, IEnumerable<string>> headers,
    Exception? innerException
) : Exception(message + "\n\nStatus: " + statusCode + "\nResponse: \n" + response[..Math.Min(response.Length, 512)], innerException)
{
    public int StatusCode { get; } = statusCode;

    public string Response { get; } = response;

    public IReadOnlyDictionary<string, IEnumerable<string>> Headers { get; } = headers;
}
