using Microsoft.AspNetCore.Http;

namespace Amigo.Workspaces.Emulator.Page;

/// <summary>What the emulator serves to everybody and that never changes: its page, the contract, and that it is up.</summary>
internal static class PageFiles
{
    // Nothing but the page's own script runs, whatever a workspace is called; and no other site can frame it.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, PageFile> Files = new(StringComparer.Ordinal)
    {
        ["/"] = new("text/html; charset=utf-8", Resource("page.html")),
        ["/_emulator/page.css"] = new("text/css; charset=utf-8", Resource("page.css")),
        ["/_emulator/page.js"] = new("text/javascript; charset=utf-8", Resource("page.js")),
        ["/openapi.json"] = new("application/json", Resource("openapi.json")),
        ["/health"] = new("application/json", """{"status":"ok"}"""u8.ToArray()),
    };

    public static PageFile? Find(string path) => Files.GetValueOrDefault(path);

    public static async Task SendAsync(HttpContext context, PageFile file)
    {
        var response = context.Response;
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD";
            return;
        }

        response.ContentType = file.ContentType;
        response.ContentLength = file.Content.Length;
        response.Headers.CacheControl = "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers["Referrer-Policy"] = "no-referrer";
        await response.Body.WriteAsync(file.Content, context.RequestAborted).ConfigureAwait(false);
    }

    private static byte[] Resource(string name)
    {
        using var resource = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
