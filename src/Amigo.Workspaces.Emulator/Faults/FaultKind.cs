namespace Amigo.Workspaces.Emulator;

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
