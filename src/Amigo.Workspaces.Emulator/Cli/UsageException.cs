namespace Amigo.Workspaces.Emulator.Cli;

/// <summary>The command line, a variable or a file of the program is not what it should be; the message says which and why.</summary>
internal sealed class UsageException(string message) : Exception(message);
