using System.Globalization;

namespace Amigo.Workspaces.Emulator.Cli;

/// <summary>The command line, read.</summary>
internal sealed record Arguments(int Port, int Seed, bool WantsHelp, string? Error)
{
    private const int MaxSeed = 100_000;

    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var parsed = new Arguments(0, 0, WantsHelp: false, Error: null);
        for (var index = 0; index < args.Count && parsed.Error is null && !parsed.WantsHelp; index++)
        {
            parsed = args[index] switch
            {
                "-h" or "--help" => parsed with { WantsHelp = true },
                "--port" => parsed.WithNumber("--port", args.ElementAtOrDefault(++index), 65_535, (all, port) => all with { Port = port }),
                "--seed" => parsed.WithNumber("--seed", args.ElementAtOrDefault(++index), MaxSeed, (all, seed) => all with { Seed = seed }),
                var unknown => parsed with { Error = $"Unknown argument '{unknown}'." },
            };
        }

        return parsed;
    }

    private Arguments WithNumber(string name, string? text, int max, Func<Arguments, int, Arguments> set) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= max
            ? set(this, number)
            : this with
            {
                Error = FormattableString.Invariant($"{name} takes a number from 0 to {max}."),
            };
}
