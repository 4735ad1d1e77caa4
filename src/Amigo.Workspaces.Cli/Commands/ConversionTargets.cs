using System.CommandLine;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Commands;

internal static class ConversionTargets
{
    public static Option<ConversionTarget> Option() =>
        new("--to")
        {
            Description = "The environment to convert to.",
            HelpName = "production|staging",
            CustomParser = result =>
            {
                switch (result.Tokens[0].Value.ToLowerInvariant())
                {
                    case "production":
                        return ConversionTarget.Production;
                    case "staging":
                        return ConversionTarget.Staging;
                    default:
                        result.AddError("--to takes production or staging.");
                        return default;
                }
            },
        };

    public static WorkspaceEnvironment Environment(this ConversionTarget target) =>
        target == ConversionTarget.Production ? WorkspaceEnvironment.Production : WorkspaceEnvironment.Staging;
}
