using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>
/// Standard input, not on Windows: waits for it without reading from it. A read cannot be broken off: it would leave a thread behind, which runs on while the
/// process ends.
/// </summary>
internal static class StandardInput
{
    private const short DataIsThere = 1;

    /// <summary>The input as it comes; the console's own stream reads ahead, where waiting does not see it.</summary>
    public static FileStream Open() => new(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);

    /// <param name="betweenLooks">How long the end of the wait may go unnoticed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static void WaitForData(TimeSpan betweenLooks, CancellationToken cancellationToken)
    {
        while (!IsReady((int)betweenLooks.TotalMilliseconds))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    // Data, an end or an error: a read returns at once for all three. An interrupted poll finds nothing.
    private static bool IsReady(int milliseconds)
    {
        var input = new PollDescriptor { Events = DataIsThere };
        return Poll(ref input, 1, milliseconds) > 0;
    }

    [DllImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref PollDescriptor descriptors, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Found;
    }
}
