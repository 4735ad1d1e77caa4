namespace Amigo.Workspaces.Client;

/// <summary>A time limit passed before the answer was complete. The message names the option that set the limit.</summary>
public sealed class WorkspacesTimeoutException : WorkspacesException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public WorkspacesTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal WorkspacesTimeoutException(Call call, Failure failure)
        : base(call, failure) => Timeout = failure.Timeout;

    /// <summary>The limit that passed.</summary>
    public TimeSpan Timeout { get; init; }
}
