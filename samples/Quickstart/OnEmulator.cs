using Amigo.Workspaces.Client;
using Amigo.Workspaces.Emulator;

namespace Quickstart;

/// <summary>The whole story, on an emulator that lives as long as the sample.</summary>
internal static class OnEmulator
{
    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var emulator = await WorkspacesEmulator.StartAsync(cancellationToken: cancellationToken);
        emulator.Seed(3);

        using var client = new WorkspacesClient(
            new WorkspacesClientOptions
            {
                ApiKey = emulator.CreateApiKey(WorkspaceRole.Owner),
                BaseAddress = emulator.BaseAddress,
                ApplicationName = "quickstart/1.0",
            }
        );

        Say.Step("Start an emulator");
        Say.Line($"It listens on {emulator.BaseAddress} and holds {emulator.Workspaces.Count} workspaces of other clinics.");
        Say.Line("Set AMIGO_API_KEY to look at a real service instead.");

        await WorkspaceLife.LiveAsync(
            client,
            WorkspaceSlug.FromName("Sunrise Clinic"),
            // In your program a person reads the warnings and answers; this sample expects one, and would stop at any other.
            approve: check => check.Warnings is [var only] && only.Contains("live patients", StringComparison.Ordinal),
            whileAlive: workspace => Failures.ShowAsync(client, emulator, workspace, cancellationToken),
            cancellationToken
        );
    }
}
