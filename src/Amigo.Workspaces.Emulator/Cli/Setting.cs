using System.Globalization;

namespace Amigo.Workspaces.Emulator.Cli;

/// <summary>One setting of the program: a flag and, under the name derived from it, an environment variable.</summary>
/// <param name="Flag">Such as <c>--port</c>.</param>
/// <param name="Value">What follows the flag, such as <c>N</c>; null for a switch.</param>
/// <param name="Help">What it does, in lines of the help.</param>
/// <param name="Apply">Takes the value, and the name under which it came, for messages.</param>
internal sealed record Setting(string Flag, string? Value, string Help, Action<Settings, string, string> Apply)
{
    private const string Prefix = "AMIGO_EMULATOR_";

    /// <summary>Such as <c>AMIGO_EMULATOR_RATE_LIMIT</c>.</summary>
    public string Variable => Prefix + Flag[2..].Replace('-', '_').ToUpperInvariant();

    public static Setting Number(string flag, string help, int min, int max, Action<Settings, int> apply) =>
        new(flag, "N", help, (settings, name, text) => apply(settings, ParseNumber(name, text, min, max)));

    public static Setting Text(string flag, string value, string help, Action<Settings, string> apply) =>
        new(
            flag,
            value,
            help,
            (settings, name, text) => apply(settings, text.Length > 0 ? text : throw new UsageException($"{name} is empty."))
        );

    public static Setting Key(string flag, string help, Action<Settings, string> apply) =>
        new(
            flag,
            "KEY",
            help,
            (settings, name, text) =>
                apply(
                    settings,
                    State.ApiKeys.IsValid(text) ? text : throw new UsageException($"{name} takes printable ASCII without spaces.")
                )
        );

    public static Setting Switch(string flag, string help, Action<Settings, bool> apply) =>
        new(
            flag,
            null,
            help,
            (settings, name, text) =>
                apply(
                    settings,
                    text.ToUpperInvariant() switch
                    {
                        "1" or "TRUE" => true,
                        "0" or "FALSE" => false,
                        _ => throw new UsageException($"{name} takes true or false."),
                    }
                )
        );

    private static int ParseNumber(string name, string text, int min, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new UsageException(FormattableString.Invariant($"{name} takes a number from {min} to {max}."));
}
