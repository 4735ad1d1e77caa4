namespace Amigo.Workspaces.Client;

/// <summary>The approval that a conversion asked for was not given. Nothing was converted.</summary>
/// <param name="message">One short line that says what was declined.</param>
/// <param name="innerException">What caused it, if something did.</param>
public sealed class ConversionDeclinedException(string message, Exception? innerException = null)
    : WorkspacesException(message, innerException)
{
    /// <summary>The check that was shown for approval.</summary>
    public EnvironmentCheck Check { get; init; } = new();
}
