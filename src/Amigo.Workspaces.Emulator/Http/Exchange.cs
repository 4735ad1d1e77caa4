using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Amigo.Workspaces.Emulator.State;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Amigo.Workspaces.Emulator.Http;

/// <summary>The ways in which a request's connection is answered or broken.</summary>
internal sealed class Exchange(HttpContext context, Journal.Entry entry, RateLimiter.Quota quota, CancellationToken stopping)
{
    private const int MaxRecordedBody = 8 * 1024;

    public async Task SendAsync(Reply reply)
    {
        WriteHead(reply, reply.Body);
        if (reply.Body.Length > 0 && MayHaveBody(reply.Status))
        {
            context.Response.ContentLength = reply.Body.Length;
            await context.Response.Body.WriteAsync(reply.Body, stopping).ConfigureAwait(false);
        }
    }

    // The server ends the connection when an answer falls short of its Content-Length, after what was written has gone out.
    public Task SendTruncatedAsync(Reply reply) => SendHalfAsync(reply);

    public async Task SendStalledAsync(Reply reply)
    {
        await SendHalfAsync(reply).ConfigureAwait(false);
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onAbort = context.RequestAborted.Register(() => left.TrySetResult()).ConfigureAwait(false);
        await using var onStop = stopping.Register(() => left.TrySetResult()).ConfigureAwait(false);
        await left.Task.ConfigureAwait(false);
        context.Abort();
    }

    public void Reset()
    {
        // Without lingering, closing sends a TCP reset instead of an orderly end.
        if (context.Features.Get<IConnectionSocketFeature>() is { Socket: var socket })
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        context.Abort();
    }

    private static bool MayHaveBody(int status) => status is not (204 or 205 or 304);

    private async Task SendHalfAsync(Reply reply)
    {
        var half = reply.Body.AsMemory(0, reply.Body.Length / 2);
        WriteHead(reply, half);
        context.Response.ContentLength = reply.Body.Length;
        await context.Response.Body.WriteAsync(half, stopping).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(stopping).ConfigureAwait(false);
    }

    private void WriteHead(Reply reply, ReadOnlyMemory<byte> sent)
    {
        // Recorded first, so that whoever holds the answer finds it in the journal.
        if (!context.RequestAborted.IsCancellationRequested)
        {
            var recorded = MayHaveBody(reply.Status) ? sent.Span[..Math.Min(sent.Length, MaxRecordedBody)] : default;
            entry.Answered(reply.Status, Encoding.UTF8.GetString(recorded));
        }

        var response = context.Response;
        response.StatusCode = reply.Status;
        response.ContentType = reply.Body.Length > 0 && MayHaveBody(reply.Status) ? "application/json" : null;
        response.Headers["x-request-id"] = Guid.NewGuid().ToString();
        response.Headers["X-RateLimit-Limit"] = quota.Limit.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Remaining"] = quota.Remaining.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Reset"] = quota.ResetEpoch;
        foreach (var (name, value) in reply.Headers)
        {
            response.Headers[name] = value;
        }
    }
}
