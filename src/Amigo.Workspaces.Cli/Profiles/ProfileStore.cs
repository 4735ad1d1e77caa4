using System.Text.Json;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Profiles;

/// <summary>The profile file in the user's configuration directory, which only its owner may read.</summary>
internal static class ProfileStore
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OthersToo =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static string Path { get; } =
        System.IO.Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            CommandLine.Name,
            "profiles.json"
        );

    /// <exception cref="CliException">Others can read the file, or it is not what this program wrote.</exception>
    public static ProfileSet Load()
    {
        if (!File.Exists(Path))
        {
            return new ProfileSet();
        }

        if (IsOpenToOthers(Path))
        {
            throw new CliException(ExitCode.NotAuthorised, $"Others can read the keys in {Path}.", $"Run: chmod 600 {Path}");
        }

        try
        {
            return JsonSerializer.Deserialize<ProfileSet>(File.ReadAllBytes(Path)) ?? new ProfileSet();
        }
        catch (JsonException)
        {
            // The parser's own words may quote the file, which holds keys.
            throw new CliException(ExitCode.Usage, $"{Path} is not a profile file.", "Move it away, then add the profiles again.");
        }
    }

    public static void Save(ProfileSet set)
    {
        var directory = System.IO.Path.GetDirectoryName(Path)!;
        var temporary = $"{Path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, OwnerOnly | UnixFileMode.UserExecute);
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(temporary, options))
        {
            JsonSerializer.Serialize(file, set, Json);
        }

        // In one step, so that an interruption leaves the old file or the new one.
        File.Move(temporary, Path, overwrite: true);
    }

    public static bool IsOpenToOthers(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OthersToo) != UnixFileMode.None;
}
