using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Amigo.Workspaces.Emulator.Http;

/// <summary>Reads bodies without ever holding more than a limit.</summary>
internal static class RequestBody
{
    // A caller that is still sending does not read its 413. So it may finish, within reason.
    private const int ReadBeyondLimit = 64 * 1024 * 1024;

    /// <summary>Reads a body to its end.</summary>
    /// <returns>The body; null when it is larger than the limit. With a limit of 0 nothing is kept.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContext context, int limit)
    {
        using var kept = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            var total = 0L;
            int read;
            while (
                total <= limit + (long)ReadBeyondLimit
                && (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false)) > 0
            )
            {
                total += read;
                if (total <= limit)
                {
                    kept.Write(buffer, 0, read);
                }
            }

            return total <= limit ? kept.ToArray() : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
