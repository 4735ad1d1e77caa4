using System.Text.Json;

namespace Amigo.Workspaces.Emulator.State;

/// <summary>The file that keeps the state over a restart. One emulator at a time has it.</summary>
internal sealed class StateFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _lock;

    private StateFile(string path, FileStream @lock)
    {
        _path = path;
        _lock = @lock;
    }

    /// <summary>Takes a state file for this emulator alone.</summary>
    /// <exception cref="IOException">Another emulator has it, or it cannot be used.</exception>
    public static StateFile Open(string path)
    {
        // What a symbolic link leads to is replaced, and not the link.
        var file = new FileInfo(path);
        var target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw new DirectoryNotFoundException($"The folder of the state file {path} does not exist.");
        }

        if (Directory.Exists(target))
        {
            throw new IOException($"The state file {path} is a folder.");
        }

        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                Options = FileOptions.DeleteOnClose,
            };
            return new StateFile(target, new FileStream(target + ".lock", options));
        }
        catch (IOException exception)
        {
            throw new IOException($"The state file {path} is in use by another emulator: {exception.Message}", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"The state file {path} cannot be written: {exception.Message}", exception);
        }
    }

    /// <summary>What it holds; null when there is no such file yet.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="FormatException">It is not a state file.</exception>
    public StateDocument? Read()
    {
        var file = new FileInfo(_path);
        if (!file.Exists)
        {
            return null;
        }

        // A pipe and a device have no length, and maybe no end.
        return file.Length == 0
            ? throw new FormatException("It is empty, a pipe or a device.")
            : StateJson.Read(File.ReadAllBytes(_path), StateJson.Default.StateDocument);
    }

    /// <summary>Replaces it at once: whoever reads it finds the old state or the new one, whole.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(StateDocument state)
    {
        var draft = _path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // It holds keys.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            // One that a killed emulator left behind may be readable by others.
            File.Delete(draft);
            using (var file = new FileStream(draft, options))
            {
                JsonSerializer.Serialize(file, state, StateJson.Default.StateDocument);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, _path, overwrite: true);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    public void Dispose() => _lock.Dispose();
}
