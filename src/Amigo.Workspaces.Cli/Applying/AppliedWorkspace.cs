namespace Amigo.Workspaces.Cli.Applying;

/// <summary>What became of one workspace of the plan.</summary>
/// <param name="Planned">What was planned.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ExitCode">What a process that only did this would end with.</param>
/// <param name="Detail">What was done and what went wrong, in words; <see langword="null" /> when all is done.</param>
/// <param name="IsGeneral">Whether every other workspace would meet the same failure.</param>
internal sealed record AppliedWorkspace(
    PlannedWorkspace Planned,
    AppliedOutcome Outcome,
    int ExitCode,
    string? Detail,
    bool IsGeneral = false
);
