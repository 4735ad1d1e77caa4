using System.Net;

namespace WorkspaceClients.Sending;

/// <summary>The proxy of the system, but none for plain http to a loopback address: a proxy would see the key in clear, and cannot reach it.</summary>
internal sealed class LoopbackBypass : IWebProxy
{
    public ICredentials? Credentials
    {
        get => Platform.SystemProxy.Credentials;
        set => Platform.SystemProxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : Platform.SystemProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) =>
        (host.IsLoopback && string.Equals(host.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal))
        || Platform.SystemProxy.IsBypassed(host);
}
