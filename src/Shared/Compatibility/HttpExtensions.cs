using System.Net.Http.Headers;
using System.Runtime.InteropServices;

namespace WorkspaceClients;

/// <summary>HTTP, as newer frameworks have it.</summary>
internal static class HttpExtensions
{
    private static readonly HttpMethod Patch = new("PATCH");

    extension(HttpMethod)
    {
        public static HttpMethod Patch => Patch;
    }

    extension(HttpHeaders headers)
    {
        /// <summary>Values come as they arrived from there too, when they break their header's rule.</summary>
        public HttpHeaders NonValidated => headers;
    }

    extension(HttpContent content)
    {
        public async Task<Stream> ReadAsStreamAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await content.ReadAsStreamAsync().ConfigureAwait(false);
        }
    }

    extension(Stream stream)
    {
        /// <summary>A read under way there does not listen to cancellation, so the stream is closed under it.</summary>
        public async ValueTask<int> ReadAsync(Memory<byte> memory, CancellationToken cancellationToken)
        {
            MemoryMarshal.TryGetArray<byte>(memory, out var buffer);
            using (cancellationToken.Register(static stream => ((Stream)stream!).Dispose(), stream))
            {
                try
                {
                    return await stream.ReadAsync(buffer.Array, buffer.Offset, buffer.Count, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception) when (cancellationToken.IsCancellationRequested)
                {
                    throw new OperationCanceledException(cancellationToken);
                }
            }
        }
    }
}
