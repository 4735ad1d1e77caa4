using System.Text;
using WorkspaceClients.Models;

namespace Amigo.Workspaces.Emulator;

/// <summary>A write that was really carried out, whatever its caller was told.</summary>
/// <param name="OperationId">The operation, such as <c>create-my-workspace</c>.</param>
/// <param name="WorkspaceId">The workspace that it was carried out on.</param>
/// <param name="At">When, by the emulator's clock.</param>
public sealed record AppliedChange(string OperationId, Guid WorkspaceId, DateTimeOffset At)
{
    private bool PrintMembers(StringBuilder builder) =>
        RecordText.Print(builder, (nameof(OperationId), OperationId), (nameof(WorkspaceId), WorkspaceId), (nameof(At), At));
}
