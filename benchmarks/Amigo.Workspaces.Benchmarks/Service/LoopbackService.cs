using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Amigo.Workspaces.Benchmarks.Service;

/// <summary>
/// Serves one workspace and the pages over real HTTP. It runs in the process that starts the measurements, which are taken in others, so
/// that its memory is not counted as a client's.
/// </summary>
internal sealed class LoopbackService : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LoopbackService(WebApplication application) => _application = application;

    public Uri Address =>
        new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<LoopbackService> StartAsync(TimeSpan latency)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        application.Run(async context =>
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
        });
        await application.StartAsync();
        return new LoopbackService(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static byte[] BodyFor(HttpRequest request) =>
        request.Path.Value != "/v1/workspaces" ? Answers.Workspace
        : int.TryParse(request.Query["continuation_token"], out var token) ? Answers.AllPages[token / Answers.PageSize]
        : Answers.FirstPage;
}
