namespace Polyteia.Workspaces.Client;

/// <summary>The name that should confirm a deletion is not the workspace's. Nothing was deleted, and the command was not sent.</summary>
/// <param name="message">One short line that says what was declined.</param>
/// <param name="innerException">What caused it, if something did.</param>
public sealed class PolyteiaDeletionDeclinedException(string message, Exception? innerException = null)
    : PolyteiaException(message, innerException)
{
    /// <summary>The workspace as it was read, with the name that would have confirmed the deletion.</summary>
    public Workspace Workspace { get; init; } = new();
}
