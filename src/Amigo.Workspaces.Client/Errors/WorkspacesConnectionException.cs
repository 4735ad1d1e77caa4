namespace Amigo.Workspaces.Client;

/// <summary>No complete answer arrived: the connection failed, broke, or carried something that is not HTTP.</summary>
public sealed class WorkspacesConnectionException : WorkspacesException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public WorkspacesConnectionException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal WorkspacesConnectionException(Call call, Failure failure)
        : base(call, failure) { }
}
