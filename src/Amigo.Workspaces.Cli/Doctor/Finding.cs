namespace Amigo.Workspaces.Cli.Doctor;

/// <summary>What one check found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Verdict">How it is.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Fix">What to do about it; <see langword="null" /> when nothing need be done.</param>
/// <param name="ExitCode">What the process ends with because of it.</param>
internal sealed record Finding(string Check, Verdict Verdict, string Detail, string? Fix = null, int ExitCode = 0)
{
    public static Finding Good(string check, string detail) => new(check, Verdict.Ok, detail);

    public static Finding Doubtful(string check, string detail, string fix) => new(check, Verdict.Warning, detail, fix);

    public static Finding Bad(string check, int exitCode, string detail, string? fix) => new(check, Verdict.Bad, detail, fix, exitCode);

    public static Finding Skipped(string check, string detail) => new(check, Verdict.Skipped, detail);
}
