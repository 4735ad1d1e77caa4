namespace Amigo.Workspaces.Emulator.Faults;

internal enum FaultKind
{
    Status,
    Delay,
    ResetBeforeApply,
    ResetAfterApply,
    TruncatedBody,
    StalledBody,
    StatusAfterApply,
    MalformedJson,
}
