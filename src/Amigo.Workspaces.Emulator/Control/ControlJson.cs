using System.Text.Json.Serialization;
using Amigo.Workspaces.Emulator.State;

namespace Amigo.Workspaces.Emulator.Control;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(WorkspaceRoleConverter)]
)]
[JsonSerializable(typeof(OverviewDocument))]
[JsonSerializable(typeof(WorkspacesDocument))]
[JsonSerializable(typeof(JournalDocument))]
[JsonSerializable(typeof(AppliedDocument))]
[JsonSerializable(typeof(FaultsDocument))]
[JsonSerializable(typeof(ClockDocument))]
[JsonSerializable(typeof(AdvanceDocument))]
[JsonSerializable(typeof(SeedDocument))]
[JsonSerializable(typeof(RoleDocument))]
[JsonSerializable(typeof(KeyDocument))]
[JsonSerializable(typeof(ProblemDocument))]
internal sealed partial class ControlJson : JsonSerializerContext;
