namespace Amigo.Workspaces.Emulator.Page;

internal sealed record PageFile(string ContentType, byte[] Content);
