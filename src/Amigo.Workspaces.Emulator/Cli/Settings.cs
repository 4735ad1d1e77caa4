using System.Net;
using Amigo.Workspaces.Emulator.Control;

namespace Amigo.Workspaces.Emulator.Cli;

/// <summary>What the program was told, by flags and by environment variables. A flag wins.</summary>
internal sealed class Settings
{
    /// <summary>All that can be set, in the order of the help.</summary>
    public static readonly IReadOnlyList<Setting> All =
    [
        Setting.Number("--port", "listen on port N (0: any free one)", 0, 65_535, (all, port) => all.Port = port),
        Setting.Text("--host", "ADDRESS", "listen on this IP address (127.0.0.1)", (all, host) => all.Host = host),
        Setting.Switch("--allow-remote", "allow a --host that other machines can reach", (all, on) => all.AllowRemote = on),
        Setting.Key("--owner-key", "the API key of an owner (a random one)", (all, key) => all.Keys[WorkspaceRole.Owner] = key),
        Setting.Key("--admin-key", "the API key of an admin", (all, key) => all.Keys[WorkspaceRole.Admin] = key),
        Setting.Key("--member-key", "the API key of a member", (all, key) => all.Keys[WorkspaceRole.Member] = key),
        Setting.Key("--viewer-key", "the API key of a viewer", (all, key) => all.Keys[WorkspaceRole.Viewer] = key),
        Setting.Text(
            "--keys-file",
            "FILE",
            "read the API keys from a JSON file: {\"owner\": \"…\", \"viewer\": \"…\"}",
            (all, file) => all.KeysFile = file
        ),
        Setting.Text("--seed", "N|FILE", "start with N workspaces, or with those in a JSON file", (all, seed) => all.Seed = seed),
        Setting.Text("--state", "FILE", "keep workspaces and API keys in FILE across restarts", (all, file) => all.State = file),
        Setting.Number(
            "--rate-limit",
            "answer N requests a minute (10000), then 429",
            1,
            int.MaxValue,
            (all, limit) => all.RateLimit = limit
        ),
        Setting.Number("--latency", "delay every answer by N milliseconds (0)", 0, 60_000, (all, latency) => all.Latency = latency),
        new("--cors", "ORIGIN", "let web pages from ORIGIN call it (* for any); repeat it, or separate with commas", AddOrigins),
        Setting.Key("--control-key", "the key that /_emulator asks for (none: this machine only)", (all, key) => all.ControlKey = key),
        Setting.Switch("--quiet", "print no line for each request", (all, on) => all.Quiet = on),
        Setting.Switch("--json", "print lines of JSON", (all, on) => all.Json = on),
    ];

    public int Port { get; private set; }

    public string Host { get; private set; } = "localhost";

    public bool AllowRemote { get; private set; }

    public Dictionary<WorkspaceRole, string> Keys { get; } = [];

    public string? KeysFile { get; private set; }

    public string? Seed { get; private set; }

    public string? State { get; private set; }

    public int RateLimit { get; private set; } = 10_000;

    public int Latency { get; private set; }

    public List<string> Origins { get; } = [];

    public string? ControlKey { get; private set; }

    public bool Quiet { get; private set; }

    public bool Json { get; private set; }

    public bool WantsHelp { get; private set; }

    public bool WantsVersion { get; private set; }

    /// <summary>What to run against the emulator; null to serve until stopped.</summary>
    public IReadOnlyList<string>? Command { get; private set; }

    /// <summary>Reads the variables, then the command line, which wins.</summary>
    /// <exception cref="UsageException">One of them is not understood.</exception>
    public static Settings Read(IReadOnlyList<string> arguments, Func<string, string?> variable)
    {
        var settings = new Settings();
        settings.ReadArguments(arguments);
        if (settings.WantsHelp || settings.WantsVersion)
        {
            return settings;
        }

        settings = new Settings();
        foreach (var setting in All)
        {
            if (variable(setting.Variable) is { Length: > 0 } value)
            {
                setting.Apply(settings, setting.Variable, value);
            }
        }

        settings.ReadArguments(arguments);
        return settings;
    }

    /// <summary>The address to listen on.</summary>
    /// <exception cref="UsageException">It is none, or one that other machines can reach, and that was not allowed.</exception>
    public IPAddress Address()
    {
        if (string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return IPAddress.Loopback;
        }

        if (!IPAddress.TryParse(Host.Trim('[', ']'), out var address))
        {
            throw new UsageException($"--host takes an IP address or localhost, not '{Host}'.");
        }

        return AllowRemote || IPAddress.IsLoopback(address)
            ? address
            : throw new UsageException($"--host {Host} lets other machines reach the emulator. Add --allow-remote if that is wanted.");
    }

    private static void AddOrigins(Settings settings, string name, string text)
    {
        var origins = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (origins.Length == 0 || Array.Exists(origins, origin => !Http.Cors.IsOrigin(origin)))
        {
            throw new UsageException($"{name} takes an origin such as http://localhost:3000, without a path, or *.");
        }

        settings.Origins.AddRange(origins);
    }

    private void ReadArguments(IReadOnlyList<string> arguments)
    {
        var flagOrigins = false;
        for (var index = 0; index < arguments.Count && !WantsHelp && !WantsVersion; index++)
        {
            switch (arguments[index])
            {
                case "-h" or "--help":
                    WantsHelp = true;
                    break;
                case "--version":
                    WantsVersion = true;
                    break;
                case "--":
                    Command = [.. arguments.Skip(index + 1)];
                    if (Command.Count == 0)
                    {
                        throw new UsageException("No command follows --.");
                    }

                    return;
                default:
                    index += ReadFlag(arguments, index, ref flagOrigins);
                    break;
            }
        }
    }

    // Returns how many further arguments it took.
    private int ReadFlag(IReadOnlyList<string> arguments, int index, ref bool flagOrigins)
    {
        var parts = arguments[index].Split('=', 2);
        if (All.FirstOrDefault(candidate => string.Equals(candidate.Flag, parts[0], StringComparison.Ordinal)) is not { } setting)
        {
            var hint = parts[0].StartsWith('-') ? "" : " A command follows --.";
            throw new UsageException($"Unknown argument '{parts[0]}'.{hint}");
        }

        // The flags replace the origins of the variable, as every flag does; the second flag adds to the first.
        if (setting.Apply == AddOrigins && !flagOrigins)
        {
            Origins.Clear();
            flagOrigins = true;
        }

        if (parts.Length == 2 || setting.Value is null)
        {
            setting.Apply(this, setting.Flag, parts.ElementAtOrDefault(1) ?? "true");
            return 0;
        }

        var value = arguments.ElementAtOrDefault(index + 1);
        setting.Apply(this, setting.Flag, value is null or "--" ? "" : value);
        return 1;
    }
}
