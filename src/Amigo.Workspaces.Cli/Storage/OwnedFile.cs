using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Storage;

/// <summary>
/// A small file that this program keeps for its user and that only the user may read. Several processes may change it at once: each change reads
/// what is there under a lock, and replaces the file in one step, so that a reader or an interruption meets the old file or the new one.
/// </summary>
/// <param name="path">Where it is. A symbolic link stays; what it points to is read and replaced.</param>
internal sealed class OwnedFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OthersToo =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    public string Path { get; } = path;

    public static bool IsOpenToOthers(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OthersToo) != UnixFileMode.None;

    /// <returns>What is in the file; <see langword="null" /> when there is none.</returns>
    /// <exception cref="CliException">Others can read it, or it is no file that can be read.</exception>
    public byte[]? Read()
    {
        try
        {
            if (Directory.Exists(Path))
            {
                throw new CliException(ExitCode.Usage, $"{Path} is a directory, and must be a file.", "Move it away.");
            }

            return IsOpenToOthers(Path)
                ? throw new CliException(ExitCode.NotAuthorised, $"Others can read {Path}.", $"Run: chmod 600 '{Path}'")
                : File.ReadAllBytes(Path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Refused, $"{Path} cannot be read: {failure.Message}", innerException: failure);
        }
    }

    /// <summary>Changes the file while no other process does.</summary>
    /// <param name="change">Makes the new content of the present one, which is <see langword="null" /> when there is no file.</param>
    /// <param name="time">Times the tries to get the lock.</param>
    /// <param name="cancellationToken">Ends the wait for the lock.</param>
    /// <exception cref="CliException">Another process keeps the lock, or the file can be neither read nor written.</exception>
    public async Task ChangeAsync(Func<byte[]?, byte[]> change, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            // Two links to one file must meet at one lock.
            var target = new FileInfo(Path).LinkTarget is null ? Path : File.ResolveLinkTarget(Path, returnFinalTarget: true)!.FullName;
            CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            using var held = await LockAsync($"{target}.lock", time, cancellationToken);
            Replace(target, change(Read()));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Refused, $"{Path} cannot be written: {failure.Message}", innerException: failure);
        }
    }

    private static async Task<FileStream> LockAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                // The system gives the lock back when the process ends, however it ends. The file stays: deleting it would split the lock.
                return new FileStream(path, Options(FileMode.OpenOrCreate, FileAccess.ReadWrite));
            }
            catch (IOException) when (File.Exists(path) && time.GetElapsedTime(began) < LongestWait)
            {
                await Task.Delay(BetweenTries, time, cancellationToken);
            }
        }
    }

    private static void Replace(string target, byte[] content)
    {
        // Only the holder of the lock writes here; what a process that was killed left behind may hold a key.
        var temporary = $"{target}.new";
        File.Delete(temporary);
        using (var file = new FileStream(temporary, Options(FileMode.CreateNew, FileAccess.Write)))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, target, overwrite: true);
    }

    private static FileStreamOptions Options(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = access,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    private static void CreateDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, OwnerOnly | UnixFileMode.UserExecute);
        }
    }
}
