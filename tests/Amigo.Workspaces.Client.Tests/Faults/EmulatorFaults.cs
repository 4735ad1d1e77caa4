using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>Faults of the emulator, which knows what it has carried out.</summary>
internal static class EmulatorFaults
{
    public static FaultCase Case(string name, Endings endings, Fault fault) =>
        new(
            name,
            endings,
            async _ =>
            {
                var emulator = await WorkspacesEmulator.StartAsync();
                emulator.Seed(1, workspace => workspace with { Id = Given.WorkspaceId, Slug = "seeded-clinic" });
                emulator.Inject(fault, times: 10);
                return new FaultyService(emulator.BaseAddress, emulator)
                {
                    Key = emulator.CreateApiKey(WorkspaceRole.Owner),
                    RequestsSeen = () => emulator.Requests.Count,
                    Applied = () => emulator.Applied.Count,
                };
            }
        );
}
