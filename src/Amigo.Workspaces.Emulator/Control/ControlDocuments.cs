using Amigo.Workspaces.Emulator.State;

namespace Amigo.Workspaces.Emulator.Control;

/// <summary>What the page shows.</summary>
internal sealed record OverviewDocument(
    int Active,
    int Archived,
    int Recorded,
    int Forgotten,
    IReadOnlyList<WorkspaceDocument> Workspaces,
    IReadOnlyList<RequestDocument> Requests,
    IReadOnlyList<FaultDocument> Faults
);

internal sealed record WorkspacesDocument(IReadOnlyList<WorkspaceDocument> Workspaces);

internal sealed record JournalDocument(IReadOnlyList<RequestDocument> Requests, int Forgotten);

internal sealed record AppliedDocument(IReadOnlyList<AppliedChange> Applied);

internal sealed record FaultsDocument(IReadOnlyList<FaultDocument> Faults);

internal sealed record ClockDocument(DateTimeOffset Now);

internal sealed record AdvanceDocument(double? AdvanceSeconds);

internal sealed record SeedDocument(int? Count, IReadOnlyList<WorkspaceDocument?>? Workspaces);

internal sealed record RoleDocument(WorkspaceRole? Role);

internal sealed record KeyDocument(string Key, WorkspaceRole Role);

internal sealed record ProblemDocument(string Detail);
