namespace Amigo.Workspaces.Client;

/// <summary>The approval of a conversion was refused. Nothing was converted.</summary>
/// <param name="message">One short line that says what was declined.</param>
/// <param name="innerException">The cause, if there is one.</param>
public sealed class ConversionDeclinedException(string message, Exception? innerException = null)
    : WorkspacesException(message, innerException)
{
    /// <summary>The check that was shown for approval.</summary>
    public EnvironmentCheck Check { get; init; } = new();
}
