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
}
