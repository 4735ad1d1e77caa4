using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Amigo.Workspaces.Benchmarks.Service;

/// <summary>Serves one workspace and the pages over real HTTP.</summary>
internal static class LoopbackService
{
    /// <summary>Prints its address, and serves until its input ends.</summary>
    public static async Task RunAsync(TimeSpan latency)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var application = builder.Build();
        await using var _ = application.ConfigureAwait(false);
        application.Urls.Add("http://127.0.0.1:0");
        application.Run(context => AnswerAsync(context, latency));
        await application.StartAsync();

        await Console.Out.WriteLineAsync(application.Urls.Single());
        await Console.In.ReadToEndAsync();
    }

    private static async Task AnswerAsync(HttpContext context, TimeSpan latency)
    {
        if (latency > TimeSpan.Zero)
        {
            await Task.Delay(latency);
        }

        var body = BodyFor(context.Request);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        context.Response.Headers["x-request-id"] = "req-0123456789abcdef";
        await context.Response.Body.WriteAsync(body);
    }

    private static byte[] BodyFor(HttpRequest request) =>
        request.Path.Value != "/v1/workspaces" ? Answers.Workspace
        : int.TryParse(request.Query["continuation_token"], out var token) ? Answers.AllPages[token / Answers.PageSize]
        : Answers.FirstPage;
}
