using System.Text.Encodings.Web;
using System.Text.Json;
using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using WorkspaceClients.Tests.Security;

namespace Amigo.Workspaces.Client.Tests.Security;

/// <summary>The ways in which a careless service could send a key back.</summary>
internal static class Echoes
{
    public static readonly int[] Statuses = [301, 307, 400, 401, 403, 404, 408, 409, 418, 422, 429, 500, 502, 503, 504];

    public static IEnumerable<string> ErrorBodies(string key)
    {
        foreach (var text in JsonForms(key))
        {
            yield return """{"detail":"the key KEY is wrong","error_code":"KEY","request_id":"KEY"}""".Replace("KEY", text);
            yield return """{"detail":{"message":"KEY","error_code":"KEY"}}""".Replace("KEY", text);
            yield return """{"detail":{"unknown":"KEY","KEY":1}}""".Replace("KEY", text);
            yield return """{"message":"KEY","KEY":["KEY"]}""".Replace("KEY", text);
            yield return """{"detail":[{"type":"KEY","loc":["header","KEY",1],"msg":"KEY","input":"KEY"},"KEY"]}""".Replace("KEY", text);
        }

        yield return $"<html>{key} {Uri.EscapeDataString(key)} {Evidence.UrlEscapedInLowerCase(key)}</html>";
        yield return $"https://other.example/?key={Uri.EscapeDataString(key)}&again={key}";
    }

    public static IEnumerable<string> BodiesThatBreakTheContract(string key)
    {
        foreach (var text in JsonForms(key))
        {
            yield return Given.WorkspaceJson.Replace("0b0f7a2e-6a4b-4c9d-9a53-0c8c1f4d2e11", text);
            yield return Given.WorkspaceJson.Replace("2026-01-01T00:00:00.000001Z", text);
            yield return """{"KEY":{"KEY":tru}}""".Replace("KEY", text);
            yield return """{"id":{"KEY":"KEY"}}""".Replace("KEY", text);
            yield return $"\"{text}\"";
        }

        yield return key;
    }

    /// <summary>Answers from a raw socket that are hardly HTTP.</summary>
    public static IEnumerable<string> RawAnswers(string key) =>
        [
            $"{key}\r\n\r\n",
            $"HTTP/1.1 {key}\r\n\r\n",
            $"HTTP/1.1 200 OK\r\n{key}\r\n\r\n",
            $"HTTP/1.1 200 OK\r\n{key} : x\r\n\r\n",
            $"HTTP/1.1 200 {key}\r\nContent-Length: {key}\r\n\r\n",
            $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{key}\r\n",
            $"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {key.Length}\r\n\r\n{key}",
            $"HTTP/1.1 403 {key}\r\nContent-Type: {key}; charset={key}\r\nContent-Length: 2\r\n\r\n{{}}",
            $"HTTP/1.1 500 {key}\r\nContent-Length: 1000\r\n\r\n{{\"detail\":\"{key}\"}}",
            $"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{{\"{key}\":",
        ];

    /// <summary>Answers with the key in every header that is read, in one that is not, and in the reason phrase.</summary>
    public static Task RespondAsync(HttpContext context, int status, string body, string key)
    {
        context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = key;
        return StubServer.RespondAsync(
            context,
            status,
            body,
            ("x-request-id", key),
            ("Location", $"https://other.example/{Uri.EscapeDataString(key)}?key={key}"),
            ("X-RateLimit-Limit", key),
            ("Retry-After", key),
            ("X-Echo", $"Bearer {key}")
        );
    }

    private static IEnumerable<string> JsonForms(string key) =>
        [JsonEncodedText.Encode(key).ToString(), JsonEncodedText.Encode(key, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString()];
}
