using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Polyteia.Workspaces.Client.Tests.Security;

/// <summary>One key goes down every path there is, and is then looked for in everything that a program could see of it.</summary>
[Collection(RunAlone.Name)]
public class KeepsTheKeyTests
{
    private static readonly int[] Statuses = [200, 301, 307, 400, 401, 403, 404, 408, 409, 418, 422, 429, 500, 502, 503];

    public static TheoryData<string> Keys => ["pty_live_c4n4ryC4n4ry", "c4n4ry+with/every=sign\"that'is<esc&aped>\\by%41some"];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_key_is_nowhere_when_a_service_echoes_it_in_every_way(string key)
    {
        using var log = new LogBook();
        using var traces = new TraceRecorder(sources: _ => true);
        using var meters = new MeterRecorder(meters: _ => true);
        var (status, body) = (200, "");
        await using var server = await StubServer.StartAsync((context, _) => EchoAsync(context, status, body, key));
        using var client = new PolyteiaWorkspacesClient(
            Given.Options(server.BaseAddress, options => (options.ApiKey, options.MaxRetries) = (key, 1)),
            log
        );
        var seen = new List<string>();

        foreach (var each in Statuses)
        {
            foreach (var echo in Bodies(key))
            {
                (status, body) = (each, echo);
                foreach (var call in QueryCall.All)
                {
                    seen.Add(Everything(await call.FailAsync(client)));
                }
            }
        }

        server.Requests.Should().OnlyContain(request => request.Headers["Authorization"] == "Bearer " + key);
        log.Entries.Should().NotBeEmpty();
        seen.AddRange(log.Entries.Select(entry => entry.Message + string.Join(' ', entry.State) + entry.Exception));
        traces.Stopped.Should().NotBeEmpty();
        seen.AddRange(traces.Stopped.Where(IsOurs).Select(trace => trace.DisplayName + string.Join(' ', trace.TagObjects)));
        meters.All.Should().NotBeEmpty();
        seen.AddRange(meters.All.Where(IsOurs).Select(measured => string.Join(' ', measured.Tags)));
        foreach (var form in Forms(key))
        {
            seen.Should().OnlyContain(text => !text.Contains(form, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_key_is_nowhere_in_what_a_call_refuses()
    {
        using var client = new PolyteiaWorkspacesClient(Given.Key);
        RequestOptions[] bad =
        [
            new() { ApiKey = Given.Key + "\r\nX-Injected: 1" },
            new() { Headers = new Dictionary<string, string> { ["Authorization"] = Given.Key } },
            new() { Headers = new Dictionary<string, string> { ["X-Own"] = Given.Key + "\n" } },
        ];
        foreach (var options in bad)
        {
            foreach (var call in QueryCall.All)
            {
                var refused = (
                    await FluentActions.Awaiting(() => call.SendAsync(client, options)).Should().ThrowAsync<ArgumentException>()
                ).Which;
                refused.ToString().Should().NotContain(Given.Key);
            }
        }
    }

    private static bool IsOurs(System.Diagnostics.Activity activity) => activity.Source.Name == "Polyteia.Workspaces.Client";

    private static bool IsOurs(Measured measured) => measured.Instrument.Meter.Name == "Polyteia.Workspaces.Client";

    private static string Everything(PolyteiaException exception)
    {
        var api = exception as PolyteiaApiException;
        return string.Join(
            '\n',
            exception,
            JsonSerializer.Serialize(exception.Data),
            exception.RequestId,
            api?.Detail,
            api?.ErrorCode,
            api?.ResponseBody,
            api?.RateLimit,
            api is PolyteiaValidationException validation ? string.Join(' ', validation.Issues) : ""
        );
    }

    private static IEnumerable<string> Bodies(string key)
    {
        foreach (var text in JsonForms(key))
        {
            yield return """{"error":{"code":"KEY","message":"the key KEY is wrong","request_id":"KEY"}}""".Replace("KEY", text);
            yield return """{"error":"KEY","KEY":["KEY"]}""".Replace("KEY", text);
            yield return """{"error":{"unknown":"KEY","KEY":1}}""".Replace("KEY", text);
            yield return """{"detail":[{"type":"KEY","loc":["KEY"],"msg":"KEY"}]}""".Replace("KEY", text);
            yield return """{"data":{"id":{"KEY":"KEY"},"items":"KEY","total":"KEY","KEY":tru""".Replace("KEY", text);
        }

        yield return $"<html>{key} {Uri.EscapeDataString(key)}</html>";
    }

    private static IEnumerable<string> Forms(string key) => JsonForms(key).Append(key).Append(Uri.EscapeDataString(key)).Distinct();

    private static IEnumerable<string> JsonForms(string key) =>
        [JsonEncodedText.Encode(key).ToString(), JsonEncodedText.Encode(key, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString()];

    private static Task EchoAsync(HttpContext context, int status, string body, string key)
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
}
