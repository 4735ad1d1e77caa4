using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using WorkspaceClients;

namespace System.Net.Http
{
    /// <summary>Why a request failed, by the names that newer frameworks give the reasons.</summary>
    internal enum HttpRequestError
    {
        Unknown,
        NameResolutionError,
        ConnectionError,
        SecureConnectionError,
        ProxyTunnelError,
        InvalidResponse,
    }
}

namespace WorkspaceClients
{
    internal static class HttpRequestErrorExtensions
    {
        extension(HttpRequestException exception)
        {
            public HttpRequestError HttpRequestError => FromCause(exception.InnerException);
        }

        /// <summary>What is not surely a failure before anything was sent is unknown, so that no write is repeated.</summary>
        public static HttpRequestError FromCause(Exception? cause) =>
            cause switch
            {
                WebException { Status: WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure } =>
                    HttpRequestError.NameResolutionError,
                WebException { Status: WebExceptionStatus.ConnectFailure } => HttpRequestError.ConnectionError,
                WebException { Status: WebExceptionStatus.SecureChannelFailure or WebExceptionStatus.TrustFailure } =>
                    HttpRequestError.SecureConnectionError,
                AuthenticationException => HttpRequestError.SecureConnectionError,
                WebException { Status: WebExceptionStatus.ServerProtocolViolation } => HttpRequestError.InvalidResponse,
                SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } =>
                    HttpRequestError.NameResolutionError,
                SocketException
                {
                    SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostUnreachable or SocketError.NetworkUnreachable
                } => HttpRequestError.ConnectionError,
                _ => HttpRequestError.Unknown,
            };
    }
}
