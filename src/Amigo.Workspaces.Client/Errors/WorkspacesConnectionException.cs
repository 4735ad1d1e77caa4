namespace Amigo.Workspaces.Client;

/// <summary>No whole answer arrived: the connection could not be made, broke, or carried something that is not HTTP.</summary>
public sealed class WorkspacesConnectionException : WorkspacesException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">What caused it, if something did.</param>
    public WorkspacesConnectionException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal WorkspacesConnectionException(Call call, Failure failure)
        : base(call, failure) { }
}
