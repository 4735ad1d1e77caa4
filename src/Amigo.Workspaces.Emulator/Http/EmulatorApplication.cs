using Amigo.Workspaces.Emulator.Control;
using Amigo.Workspaces.Emulator.Page;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Amigo.Workspaces.Emulator.Http;

/// <summary>Gives each request to whom it is for: the emulator's own page and control endpoint, or the service that it stands in for.</summary>
internal sealed class EmulatorApplication(RequestPipeline pipeline, ControlEndpoint control, Cors cors) : IHttpApplication<HttpContext>
{
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

    private Task ProcessAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var file = PageFiles.Find(path);
        return file is null && ControlEndpoint.IsAt(path) ? control.ProcessAsync(context)
            : cors.Answer(context) ? Task.CompletedTask
            : file is not null ? PageFiles.SendAsync(context, file)
            : pipeline.ProcessAsync(context);
    }
}
