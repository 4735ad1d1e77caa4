using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        await using var interruption = new Interruption();
        return await CommandLine.RunAsync(args, new Terminal(), interruption.Token);
    }
}
