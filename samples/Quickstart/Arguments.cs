namespace Quickstart;

/// <summary>What the command line and the environment ask for.</summary>
internal sealed record Arguments
{
    public const string Help = """
        Shows what a program does with Amigo.Workspaces.Client, step by step.

        Usage: dotnet run --project samples/Quickstart [-- --write]

          --write     on a real service: also create a staging workspace, try it out and archive it
          -h, --help  show this text

        Without configuration it runs against an emulator that it starts itself; nothing leaves this computer.
        With AMIGO_API_KEY set it speaks to the real service and only reads, unless --write is given.
        AMIGO_BASE_URL sets another address than https://api.platform.amigo.ai.
        """;

    public bool WantsHelp { get; private init; }

    public bool Write { get; private init; }

    public bool UsesEmulator { get; private init; }

    /// <summary>What is wrong with the arguments; <see langword="null" /> when nothing is.</summary>
    public string? Error { get; private init; }

    public static Arguments Parse(string[] args)
    {
        var arguments = new Arguments { UsesEmulator = !IsSet("AMIGO_API_KEY") };
        foreach (var argument in args)
        {
            arguments = argument switch
            {
                "-h" or "--help" => arguments with { WantsHelp = true },
                "--write" => arguments with { Write = true },
                _ => arguments with { Error = arguments.Error ?? $"Unknown argument '{argument}'." },
            };
        }

        return arguments with
        {
            Error = arguments.Error ?? (arguments.WantsHelp ? null : arguments.Conflict()),
        };
    }

    /// <summary>Somebody who means a real service must not be shown an emulator in its place.</summary>
    private string? Conflict() =>
        !UsesEmulator ? null
        : Write ? "--write is for a real service: set AMIGO_API_KEY, or leave --write out to use the emulator."
        : IsSet("AMIGO_BASE_URL")
            ? "AMIGO_BASE_URL is set without a key: set AMIGO_API_KEY too, or unset AMIGO_BASE_URL to use the emulator."
        : null;

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
