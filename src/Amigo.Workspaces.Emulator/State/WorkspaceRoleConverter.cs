using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Emulator.State;

/// <summary>Roles in lower case.</summary>
internal sealed class WorkspaceRoleConverter()
    : JsonStringEnumConverter<WorkspaceRole>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
