using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace WorkspaceClients.Tests;

/// <summary>One request as a stub server saw it.</summary>
public sealed record SeenRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A real web server on a loopback address that answers as a test says, and remembers what it was asked.</summary>
public sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SeenRequest> _requests = new();

    private StubServer(WebApplication app) => _app = app;

    public Uri BaseAddress => new(_app.Urls.First());

    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    /// <param name="answer">Answers a request; the number says the how manieth it is, from 1.</param>
    /// <param name="certificate">For TLS, with HTTP/2 where the client asks for it; plain HTTP/1.1 without.</param>
    public static async Task<StubServer> StartAsync(Func<HttpContext, int, Task> answer, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                {
                    listen.Protocols = certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
                    if (certificate is not null)
                    {
                        listen.UseHttps(certificate);
                    }
                }
            )
        );
        var app = builder.Build();
        var server = new StubServer(app);
        var count = 0;
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            server._requests.Enqueue(
                new SeenRequest(
                    context.Request.Method,
                    context.Request.Path,
                    context.Request.QueryString.Value ?? "",
                    context.Request.Headers.ToDictionary(
                        header => header.Key,
                        header => header.Value.ToString(),
                        StringComparer.OrdinalIgnoreCase
                    ),
                    body
                )
            );
            await answer(context, Interlocked.Increment(ref count));
        });
        await app.StartAsync();
        return server;
    }

    /// <summary>Answers every request alike.</summary>
    public static Task<StubServer> StartAsync(int status, string body, params (string Name, string Value)[] headers) =>
        StartAsync((context, _) => RespondAsync(context, status, body, headers));

    /// <summary>Answers the first request with the first answer and so on; the last one for all that follow.</summary>
    public static Task<StubServer> StartAsync(params (int Status, string Body)[] answers) =>
        StartAsync((context, number) => RespondAsync(context, answers[Math.Min(number, answers.Length) - 1]));

    public static Task RespondAsync(HttpContext context, (int Status, string Body) answer) =>
        RespondAsync(context, answer.Status, answer.Body);

    public static Task RespondAsync(HttpContext context, int status, string body, params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Answers nothing more, until the client has left or the test is over.</summary>
    public static async Task StallAsync(HttpContext context)
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(() => left.TrySetResult());
        await left.Task;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
