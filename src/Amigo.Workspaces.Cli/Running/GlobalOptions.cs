using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Amigo.Workspaces.Cli.Completing;
using Amigo.Workspaces.Cli.Output;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>The options that every verb takes.</summary>
internal static class GlobalOptions
{
    public static readonly Option<OutputFormat> Output = Recursive(
        new Option<OutputFormat>("--output", "-o")
        {
            Description = "How to write the result: table (the default), json, yaml or csv.",
            HelpName = "table|json|yaml|csv",
            CustomParser = ParseOutput,
        }
    );

    public static readonly Option<string?> Profile = Recursive(
        new Option<string?>("--profile") { Description = "The profile whose key and address to use.", HelpName = "name" }.OfferingProfiles()
    );

    public static readonly Option<FileInfo?> ApiKeyFile = Recursive(
        new Option<FileInfo?>("--api-key-file") { Description = "A file that holds the key and nothing else.", HelpName = "file" }
    );

    public static readonly Option<string?> BaseUrl = Recursive(
        new Option<string?>("--base-url") { Description = "The service's address.", HelpName = "address" }
    );

    public static readonly Option<TimeSpan?> Timeout = Recursive(
        new Option<TimeSpan?>("--timeout")
        {
            Description = "The longest time for an operation, retries included, in seconds (100).",
            HelpName = "seconds",
            CustomParser = ParseSeconds,
        }
    );

    public static readonly Option<long?> Retries = Recursive(
        Options.Number("--retries", "How often an operation that is safe to repeat is retried (2).", 0, 100)
    );

    public static readonly Option<bool> SkipValidation = Recursive(
        new Option<bool>("--skip-validation") { Description = "Send values that this version does not know; the service decides." }
    );

    public static readonly Option<bool> Verbose = Recursive(
        new Option<bool>("--verbose", "-v") { Description = "Log requests and retries to stderr. Never a key." }
    );

    public static IReadOnlyList<Option> All { get; } = [Output, Profile, ApiKeyFile, BaseUrl, Timeout, Retries, SkipValidation, Verbose];

    private static T Recursive<T>(T option)
        where T : Option
    {
        option.Recursive = true;
        return option;
    }

    private static OutputFormat ParseOutput(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        foreach (var format in Enum.GetValues<OutputFormat>())
        {
            if (string.Equals(format.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        result.AddError("--output takes table, json, yaml or csv.");
        return default;
    }

    private static TimeSpan? ParseSeconds(ArgumentResult result)
    {
        if (
            double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and <= 86_400
        )
        {
            return TimeSpan.FromSeconds(seconds);
        }

        result.AddError("--timeout takes a number of seconds above 0 and at most 86400.");
        return null;
    }
}
