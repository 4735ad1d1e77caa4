namespace Amigo.Workspaces.Emulator;

/// <summary>The role of an account, which its API keys inherit. A later role may do all that an earlier one may.</summary>
public enum WorkspaceRole
{
    /// <summary>Reads: list, get, the environment check and the test caller numbers.</summary>
    Viewer,

    /// <summary>Reads, as a viewer does.</summary>
    Member,

    /// <summary>Also updates, provisions, converts, and sets the test caller numbers.</summary>
    Admin,

    /// <summary>Also creates and archives workspaces.</summary>
    Owner,
}
