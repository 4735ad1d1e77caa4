using System.Globalization;
using System.Text;

namespace Amigo.Workspaces.Emulator.Cli;

internal static class HelpText
{
    private const int FlagWidth = 22;

    /// <summary>The help, made of the settings, so that it cannot miss one.</summary>
    public static string All()
    {
        var text = new StringBuilder(
            """
            Stands in for the workspace operations of the Amigo Platform API until Ctrl-C, or while COMMAND runs.

            Usage: amigo-workspaces-emulator [options] [-- COMMAND ARGS]


            """
        );
        foreach (var setting in Settings.All)
        {
            text.Append("  ").Append((setting.Flag + " " + setting.Value).PadRight(FlagWidth)).AppendLine(setting.Help);
        }

        return text.Append(
                CultureInfo.InvariantCulture,
                $$"""
                  {{"-h, --help", -FlagWidth}}show this text
                  {{"--version", -FlagWidth}}show the version

                Each option has an environment variable: AMIGO_EMULATOR_PORT for --port, AMIGO_EMULATOR_KEYS_FILE for --keys-file.
                The option wins.

                COMMAND gets the address in AMIGO_BASE_URL and the owner's key in AMIGO_API_KEY. The emulator ends with its exit code.

                Examples:

                  amigo-workspaces-emulator --port 5080 --seed 25 --state emulator.json --owner-key dev-owner
                  amigo-workspaces-emulator --seed 3 --quiet -- dotnet test

                Open its address in a browser to see workspaces, requests and faults. It also has /health, /openapi.json and, to inject
                faults, seed and reset, /_emulator.
                """
            )
            .ToString();
    }
}
