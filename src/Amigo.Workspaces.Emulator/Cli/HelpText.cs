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
            Stands in for the workspace operations of the Amigo Platform API, until Ctrl-C; or for as long as COMMAND runs.

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

                Each option is also an environment variable: AMIGO_EMULATOR_PORT for --port, and so on. A flag wins.

                COMMAND gets AMIGO_BASE_URL and AMIGO_API_KEY, the owner's key, in its environment. Its exit code is the emulator's.

                Examples:

                  amigo-workspaces-emulator --port 5080 --seed 25 --state emulator.json --owner-key dev-owner
                  amigo-workspaces-emulator --seed 3 --quiet -- dotnet test

                At its address: / shows workspaces, requests and faults; /health; /openapi.json; /_emulator takes faults, seeds and resets.
                """
            )
            .ToString();
    }
}
