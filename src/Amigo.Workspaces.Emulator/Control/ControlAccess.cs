using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Amigo.Workspaces.Emulator.Control;

/// <summary>Decides who may use the control endpoint: whoever has its key; where none is set, whoever is on this machine.</summary>
internal sealed class ControlAccess(string? key)
{
    public const string KeyHeader = "X-Emulator-Key";

    /// <summary>Why a request is refused; null when it is not.</summary>
    public string? Refusal(HttpContext context) =>
        IsOfAnotherSite(context.Request) ? "The control endpoint takes no requests from web pages of other origins."
        : key is not null
            ? HasKey(context.Request) ? null
                : $"The control endpoint asks for its key in the header {KeyHeader}."
        : !IsLoopback(context.Connection.RemoteIpAddress)
            ? "The control endpoint serves this machine alone. Set a control key to use it from others."
        // A name that somebody else's DNS sends here is how a web page would get around its origin.
        : !IsLocalName(context.Request.Host.Host)
            ? "The control endpoint is asked for as localhost, 127.0.0.1 or [::1]. Set a control key to use another name."
        : null;

    private static bool IsOfAnotherSite(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return (origin.Length > 0 && !string.Equals(origin, $"http://{request.Host}", StringComparison.OrdinalIgnoreCase))
            || site is not ("" or "same-origin" or "none");
    }

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    private static bool IsLocalName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private bool HasKey(HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers[KeyHeader].ToString())),
            SHA256.HashData(Encoding.UTF8.GetBytes(key!))
        );
}
