namespace Amigo.Workspaces.Cli.Applying;

internal enum PlannedAction
{
    Create,
    Change,
    Unchanged,
    Refused,
}
