namespace Amigo.Workspaces.Emulator.State;

internal sealed record Rejection(int Status, string Detail);
