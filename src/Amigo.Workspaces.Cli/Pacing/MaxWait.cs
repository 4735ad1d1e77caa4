using System.CommandLine;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Pacing;

/// <summary>The option of commands that keep to the rate limit.</summary>
internal static class MaxWait
{
    private const int Default = 300;

    public static Option<long?> Option() =>
        Options.Number("--max-wait", $"The longest wait for the rate limit, in seconds ({Default}).", 0, 86_400);

    public static Pacer Pacer(Session session, Option<long?> option) =>
        session.Pace(TimeSpan.FromSeconds(session.Value(option) ?? Default));
}
