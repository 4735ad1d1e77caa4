using System.CommandLine;
using System.CommandLine.Completions;
using Amigo.Workspaces.Cli.Profiles;

namespace Amigo.Workspaces.Cli.Completing;

/// <summary>What a shell is offered that only this user's files and workspaces tell.</summary>
internal static class CompletionSources
{
    public static Argument<string> OfferingWorkspaces(this Argument<string> argument)
    {
        argument.CompletionSources.Add(Quietly(context => WorkspaceSlugs.Of(context.ParseResult)));
        return argument;
    }

    public static Argument<string> OfferingProfiles(this Argument<string> argument)
    {
        argument.CompletionSources.Add(Profiles);
        return argument;
    }

    public static Option<string?> OfferingProfiles(this Option<string?> option)
    {
        option.CompletionSources.Add(Profiles);
        return option;
    }

    private static Func<CompletionContext, IEnumerable<CompletionItem>> Profiles { get; } = Quietly(_ => ProfileStore.Load().Profiles.Keys);

    // Nobody asked for anything yet: whatever is wrong is told when the command is run.
    private static Func<CompletionContext, IEnumerable<CompletionItem>> Quietly(Func<CompletionContext, IEnumerable<string>> find) =>
        context =>
        {
            try
            {
                return [.. find(context).Select(text => new CompletionItem(text))];
            }
            catch (Exception)
            {
                return [];
            }
        };
}
