using System.Text;
using Amigo.Workspaces.Emulator.Faults;
using Amigo.Workspaces.Emulator.State;
using Amigo.Workspaces.Emulator.Validation;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Amigo.Workspaces.Emulator.Http;

/// <summary>
/// Takes each request through the checks, in this order, the one in which FastAPI would: the rate limit (429), as a middleware; the
/// route (404, 405); the key (401), as a dependency, after which faults strike; the role (403), as another; path, query and body
/// together (422 with a list, or 400 for a body that is not UTF-8); then the operation's own answers (404, 409, 422 with text, 200, 201).
/// One thing differs: FastAPI refuses broken JSON even before it asks for a key.
/// </summary>
internal sealed class RequestPipeline(
    Operations operations,
    ApiKeys keys,
    Journal journal,
    FaultQueue faults,
    RateLimiter rateLimiter,
    TimeProvider timeProvider,
    CancellationToken stopping
) : IHttpApplication<HttpContext>
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception) { }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        try
        {
            await ProcessAsync(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The emulator stops or the caller has left: the server would make a 500 of it.
            context.Abort();
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted).ConfigureAwait(false);
        return buffer.ToArray();
    }

    private async Task ProcessAsync(HttpContext context)
    {
        var target = RequestTarget.Of(context);
        var route = Route.Find(operations.Table, context.Request.Method, context.Request.Path.Value ?? "");
        var entry = journal.Add(target.ToRecord(context.Request, route.Operation?.Id));
        var body = await ReadBodyAsync(context).ConfigureAwait(false);
        entry.BodyArrived(Encoding.UTF8.GetString(body));

        var quota = rateLimiter.Take();
        var exchange = new Exchange(context, entry, quota, stopping);
        var role = keys.RoleOf(context.Request.Headers.Authorization);
        if (Refusal(route, quota, role) is { } refusal)
        {
            await exchange.SendAsync(refusal).ConfigureAwait(false);
            return;
        }

        await AnswerAsync(exchange, faults.Take(route.Operation!.Id), () => Serve(context.Request, route, role, body))
            .ConfigureAwait(false);
    }

    private static Reply? Refusal(Route route, RateLimiter.Quota quota, WorkspaceRole? role) =>
        quota.IsExceeded ? Reply.Problem(429, "Rate limit exceeded.").With("Retry-After", quota.RetryAfter)
        : route.AllowedMethods.Count == 0 ? Reply.Problem(404, "Not Found")
        : route.Operation is null ? Reply.Problem(405, "Method Not Allowed").With("Allow", string.Join(", ", route.AllowedMethods))
        : role is null ? Reply.Problem(401, "Missing or invalid API key.").With("WWW-Authenticate", "Bearer")
        : null;

    private async Task AnswerAsync(Exchange exchange, Fault? fault, Func<Reply> serve)
    {
        switch (fault?.Kind)
        {
            case FaultKind.Status:
                await exchange.SendAsync(Reply.Text(fault.StatusCode, fault.Body) with { Headers = fault.Headers }).ConfigureAwait(false);
                break;
            case FaultKind.ResetBeforeApply:
                exchange.Reset();
                break;
            case FaultKind.ResetAfterApply:
                serve();
                exchange.Reset();
                break;
            case FaultKind.StatusAfterApply:
                serve();
                await exchange.SendAsync(Reply.Text(fault.StatusCode, fault.Body)).ConfigureAwait(false);
                break;
            case FaultKind.TruncatedBody:
                await exchange.SendTruncatedAsync(serve()).ConfigureAwait(false);
                break;
            case FaultKind.StalledBody:
                await exchange.SendStalledAsync(serve()).ConfigureAwait(false);
                break;
            case FaultKind.MalformedJson:
                var whole = serve();
                await exchange.SendAsync(whole with { Body = whole.Body[..(whole.Body.Length / 2)] }).ConfigureAwait(false);
                break;
            case FaultKind.Delay:
                await Task.Delay(fault.Wait, timeProvider, stopping).ConfigureAwait(false);
                await exchange.SendAsync(serve()).ConfigureAwait(false);
                break;
            default:
                await exchange.SendAsync(serve()).ConfigureAwait(false);
                break;
        }
    }

    private static Reply Serve(HttpRequest request, Route route, WorkspaceRole? role, byte[] body)
    {
        var operation = route.Operation!;
        if (role < operation.LeastRole)
        {
            return Reply.Problem(403, "Insufficient permissions.");
        }

        return TryDecode(body, out var text)
            ? operation.Execute(new OperationInputs(request, route.WorkspaceId, text))
            : Reply.Problem(400, "There was an error parsing the body");
    }

    private static bool TryDecode(byte[] body, out string text)
    {
        try
        {
            text = StrictUtf8.GetString(body).TrimStart('\uFEFF');
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }
}
