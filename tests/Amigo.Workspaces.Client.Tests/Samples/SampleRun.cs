namespace Amigo.Workspaces.Client.Tests.Samples;

/// <summary>What a sample printed, and how it ended.</summary>
internal sealed record SampleRun(int ExitCode, string Output, string Error);
