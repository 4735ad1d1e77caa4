using System.CommandLine;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>The values that this version knows: offered for completion, and asked for unless validation is skipped.</summary>
internal static class KnownValues
{
    public static readonly string[] Environments =
    [
        WorkspaceEnvironment.Production.Value,
        WorkspaceEnvironment.Staging.Value,
        WorkspaceEnvironment.Development.Value,
    ];

    public static readonly string[] Regions =
    [
        WorkspaceRegion.UsEast1.Value,
        WorkspaceRegion.ApSoutheast2.Value,
        WorkspaceRegion.EuCentral1.Value,
        WorkspaceRegion.CaCentral1.Value,
    ];

    public static readonly string[] ConnectorTypes =
    [
        ConnectorType.Epic.Value,
        ConnectorType.Cerner.Value,
        ConnectorType.Allscripts.Value,
        ConnectorType.FhirStore.Value,
        ConnectorType.Athenahealth.Value,
        ConnectorType.Charmhealth.Value,
        ConnectorType.EClinicalWorks.Value,
        ConnectorType.Meditab.Value,
    ];

    public static Option<string?> Option(string name, string description, string[] known)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', known) };
        option.CompletionSources.Add(known);
        return option;
    }

    /// <summary>Whether a person means the same word, in whatever case.</summary>
    public static bool AreSame(string word, string other) => string.Equals(word, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The value of an option, in the API's own case; <see langword="null" /> when it was not given.</summary>
    /// <exception cref="CliException">It is a value that this version does not know.</exception>
    public static string? Read(Session session, Option<string?> option, string[] known) =>
        session.Value(option) is not { } value ? null
        : known.FirstOrDefault(candidate => AreSame(candidate, value)) is { } found ? found
        : session.SkipsValidation ? value
        : throw new CliException(
            ExitCode.Usage,
            $"{option.Name} takes {string.Join(", ", known)}.",
            "--skip-validation sends another value, for the service to decide."
        );
}
