using Microsoft.Win32.SafeHandles;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>Standard output as a stream that fails when its reader is gone; that of the console writes on into nothing.</summary>
internal static class StandardOutput
{
    private const int BadFileDescriptor = 9;
    private const int BrokenPipe = 32;
    private const int NoReaderOnWindows = unchecked((int)0x800700E8);
    private const int BrokenPipeOnWindows = unchecked((int)0x8007006D);

    public static Stream Open()
    {
        if (!Console.IsOutputRedirected || OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // In a file, stderr may share the position, which a file stream would keep for itself.
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }

    /// <summary>Whether the program that reads our output has ended, as <c>head</c> does when it has seen enough.</summary>
    public static bool IsClosed(Exception failure) =>
        failure is IOException { HResult: BrokenPipe or NoReaderOnWindows or BrokenPipeOnWindows };

    /// <summary>What to say of a failure to write. Where there is no standard output, the framework says that access to a path was denied.</summary>
    public static string WordsOf(Exception failure) =>
        failure is UnauthorizedAccessException { InnerException.HResult: BadFileDescriptor }
            ? "Standard output is closed and cannot be written."
            : failure.Message;
}
