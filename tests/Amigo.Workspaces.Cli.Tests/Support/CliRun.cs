namespace Amigo.Workspaces.Cli.Tests.Support;

/// <summary>What a run of the command left behind.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">What it wrote to stdout.</param>
/// <param name="Error">What it wrote to stderr.</param>
public sealed record CliRun(int ExitCode, string Output, string Error);
