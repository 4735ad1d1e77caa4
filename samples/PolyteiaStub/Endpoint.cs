using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PolyteiaStub;

/// <summary>The one endpoint, <c>POST /api</c>. It takes a request through the path, the key, the faults, and the envelope.</summary>
internal sealed class Endpoint(WorkspaceStore store, ConcurrentBag<string> keys, FaultQueue faults)
{
    private const string Path = "/api";

    private readonly ConcurrentQueue<StubRequest> _requests = new();

    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    public async Task ServeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        var envelope = Parse(text);
        var query = envelope?["query"] is JsonValue value && value.TryGetValue<string>(out var name) ? name : "";
        _requests.Enqueue(Record(context.Request, query, text));

        if (Refuse(context.Request) is { } refusal)
        {
            await SendAsync(context, refusal.Status, Body(refusal), fault: null);
            return;
        }

        await AnswerAsync(context, query, envelope, faults.Take(query));
    }

    private async Task AnswerAsync(HttpContext context, string query, JsonObject? envelope, StubFault? fault)
    {
        var (status, body) = fault is { Applies: false } ? (500, "") : Execute(query, envelope);
        if (fault?.Reset == true)
        {
            context.Abort();
            return;
        }

        if (fault?.Status is { } instead)
        {
            await SendAsync(context, instead, Body(new Refusal(instead, "injected", "Injected fault.")), fault: null);
            return;
        }

        await SendAsync(context, status, body, fault);
    }

    private Refusal? Refuse(HttpRequest request) =>
        request.Path != Path ? new Refusal(404, "not_found", "There is nothing here.")
        : !HttpMethods.IsPost(request.Method) ? new Refusal(405, "method_not_allowed", "Only POST is served here.")
        : !keys.Any(key => request.Headers.Authorization == "Bearer " + key)
            ? new Refusal(401, "unauthorized", "The access token is missing or not valid.")
        : null;

    private (int Status, string Body) Execute(string query, JsonObject? envelope)
    {
        try
        {
            if (envelope?["params"] is not JsonObject asked)
            {
                throw new Refusal(400, "bad_request", "The request is not an envelope of query and params.");
            }

            return (200, new JsonObject { ["data"] = store.Execute(query, new Params(asked)) }.ToJsonString());
        }
        catch (Refusal refusal)
        {
            return (refusal.Status, Body(refusal));
        }
    }

    private static async Task SendAsync(HttpContext context, int status, string body, StubFault? fault)
    {
        var bytes = Encoding.UTF8.GetBytes(body[..(int)(body.Length * (fault?.BodyPart ?? 1))]);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers["x-request-id"] = WorkspaceStore.NewId("req");
        if (fault is { SentPart: < 1 })
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, (int)(bytes.Length * fault.SentPart)), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>The documentation shows no error, so this shape is the stub's own.</summary>
    private static string Body(Refusal refusal) =>
        new JsonObject
        {
            ["error"] = new JsonObject { ["code"] = refusal.Code, ["message"] = refusal.Message },
        }.ToJsonString();

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static StubRequest Record(HttpRequest request, string query, string body) =>
        new(
            request.Method,
            request.Path,
            query,
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body
        );
}
