using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>Production is entered and left by <c>convert</c> alone, which shows the service's warnings and asks for the slug.</summary>
internal static class EnvironmentRule
{
    /// <returns>What to do instead; <see langword="null" /> when an update may make the change.</returns>
    public static string? InsteadOfUpdate(string slug, WorkspaceEnvironment from, WorkspaceEnvironment to)
    {
        if (from == to || (from != WorkspaceEnvironment.Production && to != WorkspaceEnvironment.Production))
        {
            return null;
        }

        if (from == WorkspaceEnvironment.Production)
        {
            var then = to == WorkspaceEnvironment.Staging ? "" : ", then ask again";
            return $"{CommandLine.Name} convert {slug} --to staging{then}";
        }

        var convert = $"{CommandLine.Name} convert {slug} --to production";
        return from == WorkspaceEnvironment.Staging ? convert : $"{CommandLine.Name} update {slug} --environment staging, then {convert}";
    }

    /// <summary>A service may answer a create with a workspace that it has already. Nothing more is done to one that is elsewhere.</summary>
    /// <exception cref="CliException">The workspace is in another environment than the one that was asked for.</exception>
    public static void RequireAsAsked(Workspace created, WorkspaceEnvironment asked)
    {
        if (!string.Equals(created.Environment.Value, asked.Value?.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            throw new CliException(
                ExitCode.Conflict,
                $"the service answered with a workspace in {EnvironmentView.Word(created.Environment)}, and not in {asked}",
                $"`{CommandLine.Name} get {created.Id}` shows it."
            );
        }
    }
}
