namespace Polyteia.Workspaces.Client;

/// <summary>
/// The service reported success, but the answer does not match its documentation: a missing member, a <c>null</c> where none is
/// allowed, a bad date, pages that lead nowhere, over 16 MB, or an answer from another address than the one asked.
/// </summary>
public sealed class PolyteiaResponseException : PolyteiaException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public PolyteiaResponseException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal PolyteiaResponseException(Call call, Failure failure)
        : base(call, failure) { }
}
