namespace Amigo.Workspaces.Cli.Applying;

internal enum AppliedOutcome
{
    Done,
    Failed,

    /// <summary>A write was sent, and nobody knows whether it was carried out.</summary>
    Unknown,

    NotBegun,
}
