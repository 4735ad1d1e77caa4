using System.Text;
using Amigo.Workspaces.Emulator.Faults;
using Amigo.Workspaces.Emulator.State;
using Amigo.Workspaces.Emulator.Validation;
using Microsoft.AspNetCore.Http;

namespace Amigo.Workspaces.Emulator.Http;

/// <summary>
/// Takes each request of the service through the checks, in this order, the one in which FastAPI would: the rate limit (429), as a
/// middleware; the route (404, 405); the key (401) and the size of the body (413), after which faults strike; the role (403); path, query
/// and body together (422 with a list, or 400 for a body that is not UTF-8); then the operation's own answers (404, 409, 422 with text,
/// 200, 201). One thing differs: FastAPI refuses broken JSON even before it asks for a key.
/// </summary>
internal sealed class RequestPipeline(
    EmulatedService service,
    TimeSpan latency,
    Action<RecordedRequest>? onRequest,
    CancellationToken stopping
)
{
    public const int MaxBodyBytes = 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    public async Task ProcessAsync(HttpContext context)
    {
        var startedAt = service.Clock.GetTimestamp();
        var route = Route.Find(service.Operations.Table, context.Request.Method, context.Request.Path.Value ?? "");
        var entry = service.Journal.Add(
            RequestTarget.Of(context).ToRecord(context.Request, route.Operation?.Id, service.Clock.GetUtcNow())
        );
        try
        {
            await ProcessAsync(context, route, entry).ConfigureAwait(false);
        }
        finally
        {
            entry.Ended(service.Clock.GetElapsedTime(startedAt));
            onRequest?.Invoke(entry.Request);
        }
    }

    private static Reply? Refusal(Route route, RateLimiter.Quota quota, WorkspaceRole? role, byte[]? body) =>
        quota.IsExceeded ? Reply.Problem(429, "Rate limit exceeded.").With("Retry-After", quota.RetryAfter)
        : route.AllowedMethods.Count == 0 ? Reply.Problem(404, "Not Found")
        : route.Operation is null ? Reply.Problem(405, "Method Not Allowed").With("Allow", string.Join(", ", route.AllowedMethods))
        : role is null ? Reply.Problem(401, "Missing or invalid API key.").With("WWW-Authenticate", "Bearer")
        : body is null ? Reply.Problem(413, FormattableString.Invariant($"Request body is larger than {MaxBodyBytes} bytes."))
        : null;

    private async Task ProcessAsync(HttpContext context, Route route, Journal.Entry entry)
    {
        var role = service.Keys.RoleOf(context.Request.Headers.Authorization);
        var body = await RequestBody.ReadAsync(context, role is null ? 0 : MaxBodyBytes).ConfigureAwait(false);
        if (role is { } known)
        {
            entry.Accepted(known, Encoding.UTF8.GetString(body ?? []));
        }

        var quota = service.RateLimiter.Take();
        var exchange = new Exchange(context, entry, quota, stopping);
        if (latency > TimeSpan.Zero)
        {
            await Task.Delay(latency, service.Clock, stopping).ConfigureAwait(false);
        }

        if (Refusal(route, quota, role, body) is { } refusal)
        {
            await exchange.SendAsync(refusal).ConfigureAwait(false);
            return;
        }

        var fault = service.Faults.Take(route.Operation!.Id);
        if (fault is not null)
        {
            entry.Struck(fault.ToString());
        }

        await AnswerAsync(exchange, fault, () => Serve(context.Request, route, role, body!)).ConfigureAwait(false);
    }

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
                await Task.Delay(fault.Wait, service.Clock, stopping).ConfigureAwait(false);
                await exchange.SendAsync(serve()).ConfigureAwait(false);
                break;
            default:
                await exchange.SendAsync(serve()).ConfigureAwait(false);
                break;
        }
    }

    private Reply Serve(HttpRequest request, Route route, WorkspaceRole? role, byte[] body)
    {
        var operation = route.Operation!;
        if (role < operation.LeastRole)
        {
            return Reply.Problem(403, "Insufficient permissions.");
        }

        if (!TryDecode(body, out var text))
        {
            return Reply.Problem(400, "There was an error parsing the body");
        }

        var reply = operation.Execute(new OperationInputs(request, route.WorkspaceId, text));
        try
        {
            service.SaveChanges();
            return reply;
        }
        catch (IOException exception)
        {
            return Reply.Problem(500, $"Carried out, but the emulator's state file cannot be written: {exception.Message}");
        }
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
