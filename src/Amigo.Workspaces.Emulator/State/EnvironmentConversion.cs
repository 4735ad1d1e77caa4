namespace Amigo.Workspaces.Emulator.State;

/// <summary>What stands against moving a workspace between staging and production.</summary>
internal static class EnvironmentConversion
{
    private const string DevelopmentRefusal = "Only workspaces in staging or production can convert between staging and production.";

    public static string? Refusal(EmulatedWorkspace workspace, string target) =>
        !KnownValues.ConversionTargets.Contains(workspace.Environment, StringComparer.Ordinal) ? DevelopmentRefusal
        : IsAlreadyIn(workspace, target) ? $"Workspace is already in the {target} environment."
        : null;

    public static IReadOnlyList<string> Warnings(EmulatedWorkspace workspace, string target) =>
        Refusal(workspace, target) is { } refusal ? [refusal]
        : string.Equals(target, KnownValues.Production, StringComparison.Ordinal) ? [.. WarningsForProduction(workspace)]
        :
        [
            "Live calls stop reaching this workspace once it leaves production.",
            "Outbound EHR sync writes to the staging EHR after conversion.",
        ];

    private static IEnumerable<string> WarningsForProduction(EmulatedWorkspace workspace)
    {
        yield return "Calls after conversion involve live patients and protected health information.";
        if (workspace.ProvisionedAt is null)
        {
            yield return "Workspace has not been provisioned.";
        }

        if (workspace.ConnectorType is null)
        {
            yield return "Workspace has no EHR connector type.";
        }

        if (workspace.TestCallerNumbers.Count > 0)
        {
            yield return FormattableString.Invariant(
                $"{workspace.TestCallerNumbers.Count} test caller number(s) are still set; their calls are excluded from outbound EHR sync."
            );
        }
    }

    private static bool IsAlreadyIn(EmulatedWorkspace workspace, string target) =>
        string.Equals(workspace.Environment, target, StringComparison.Ordinal);
}
