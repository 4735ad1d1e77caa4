namespace Amigo.Workspaces.Cli.Doctor;

internal enum Verdict
{
    Ok,
    Warning,
    Bad,
    Skipped,
}
