namespace Polyteia.Workspaces.Client;

/// <summary>The name given to confirm a deletion is not the workspace's. Nothing was deleted.</summary>
/// <param name="message">One short line that says what was declined.</param>
/// <param name="innerException">The cause, if there is one.</param>
public sealed class PolyteiaDeletionDeclinedException(string message, Exception? innerException = null)
    : PolyteiaException(message, innerException)
{
    /// <summary>The workspace as it was read, with the name that would have confirmed the deletion.</summary>
    public Workspace Workspace { get; init; } = new();
}
