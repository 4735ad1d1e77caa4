namespace Amigo.Workspaces.Client;

/// <summary>
/// The service reported success, but the answer does not match the contract: a missing member, a <c>null</c> where none is allowed,
/// a bad date, a page that leads nowhere, over 16 MB, an answer about something else than what was asked, or one from another address.
/// </summary>
public sealed class WorkspacesResponseException : WorkspacesException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public WorkspacesResponseException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal WorkspacesResponseException(Call call, Failure failure)
        : base(call, failure) { }
}
