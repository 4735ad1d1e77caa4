namespace Polyteia.Workspaces.Client;

/// <summary>No complete answer arrived: the connection failed, broke, or carried something that is not HTTP.</summary>
public sealed class PolyteiaConnectionException : PolyteiaException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public PolyteiaConnectionException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal PolyteiaConnectionException(Call call, Failure failure)
        : base(call, failure) { }
}
