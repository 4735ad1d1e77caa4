using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Amigo.Workspaces.Cli.Running;

internal static class Options
{
    /// <summary>An option that takes a whole number.</summary>
    public static Option<long?> Number(string name, string description, long min, long max) =>
        new(name)
        {
            Description = description,
            HelpName = "number",
            CustomParser = result =>
            {
                if (
                    long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number >= min
                    && number <= max
                )
                {
                    return number;
                }

                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {min} to {max}."));
                return null;
            },
        };

    /// <summary>Whether an option is on the command line. Its value cannot be asked for while the line is still being checked.</summary>
    public static bool IsGiven(this CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };
}
