namespace Amigo.Workspaces.Emulator;

/// <summary>A fault that has been injected and still waits for a request.</summary>
/// <param name="Fault">What goes wrong.</param>
/// <param name="OperationId">The operation that it waits for; null for any of the ten.</param>
/// <param name="Times">How many more requests it strikes.</param>
public sealed record WaitingFault(Fault Fault, string? OperationId, int Times);
