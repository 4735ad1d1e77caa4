using System.Globalization;
using System.Text.Json;
using Amigo.Workspaces.Emulator.Control;
using Amigo.Workspaces.Emulator.State;

namespace Amigo.Workspaces.Emulator.Cli;

/// <summary>The files that the settings name, read.</summary>
internal static class SettingsFiles
{
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The options of the emulator.</summary>
    /// <exception cref="UsageException">A setting or a file is not what it should be.</exception>
    public static WorkspacesEmulatorOptions OptionsOf(Settings settings, Action<RecordedRequest>? onRequest)
    {
        var options = new WorkspacesEmulatorOptions
        {
            Address = settings.Address(),
            Port = settings.Port,
            RateLimit = settings.RateLimit,
            Latency = TimeSpan.FromMilliseconds(settings.Latency),
            Workspaces = settings.Seed is { } seed ? ReadSeed(seed) : [],
            StateFile = settings.State,
            ControlKey = settings.ControlKey,
            OnRequest = onRequest,
        };
        foreach (var origin in settings.Origins)
        {
            options.CorsOrigins.Add(origin);
        }

        foreach (var (role, key) in ReadKeys(settings))
        {
            if (!options.ApiKeys.TryAdd(key, role))
            {
                throw new UsageException($"The {role} has the same key as the {options.ApiKeys[key]}. Each role takes a key of its own.");
            }
        }

        return options;
    }

    private static IReadOnlyList<EmulatedWorkspace> ReadSeed(string seed)
    {
        if (!int.TryParse(seed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
        {
            return ReadFile(
                "--seed",
                seed,
                bytes =>
                    WorkspaceDocument.ReadAll(
                        StateJson.Read(bytes, StateJson.Default.StateDocument).Workspaces
                            ?? throw new FormatException("It has no workspaces."),
                        TimeProvider.System.Now()
                    )
            );
        }

        return count is >= 0 and <= ControlEndpoint.MaxSeed
            ? new WorkspaceStore(TimeProvider.System).Seed(count, workspace => workspace)
            : throw new UsageException(
                FormattableString.Invariant($"--seed takes a number from 0 to {ControlEndpoint.MaxSeed}, or a file.")
            );
    }

    private static Dictionary<WorkspaceRole, string> ReadKeys(Settings settings)
    {
        var keys = settings.KeysFile is { } file ? ReadFile("--keys-file", file, ReadKeys) : [];
        foreach (var (role, key) in settings.Keys)
        {
            keys[role] = key;
        }

        return keys;
    }

    private static Dictionary<WorkspaceRole, string> ReadKeys(byte[] bytes)
    {
        var keys = new Dictionary<WorkspaceRole, string>();
        foreach (var (name, key) in StateJson.Read(bytes, StateJson.Default.DictionaryStringString))
        {
            if (!Enum.TryParse<WorkspaceRole>(name, ignoreCase: true, out var role) || char.IsDigit(name[0]))
            {
                throw new FormatException($"'{name}' is no role. The roles are owner, admin, member and viewer.");
            }

            keys[role] = ApiKeys.IsValid(key ?? "")
                ? key!
                : throw new FormatException($"The key of the {name} must be printable ASCII without spaces.");
        }

        return keys;
    }

    private static T ReadFile<T>(string flag, string path, Func<byte[], T> read)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var content = new MemoryStream();
            var buffer = new byte[16 * 1024];
            // A device may have no end.
            while (stream.Read(buffer) is var count and > 0)
            {
                content.Write(buffer, 0, count);
                if (content.Length > MaxBytes)
                {
                    throw new FormatException("The file is over 64 MB.");
                }
            }

            return read(content.ToArray());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            throw new UsageException($"{flag} {path}: {exception.Message}");
        }
    }
}
