namespace Polyteia.Workspaces.Client;

/// <summary>An operation failed. The derived types say how.</summary>
/// <remarks>
/// A caller's own cancellation is never one of these: it stays an <see cref="OperationCanceledException" />.
/// No member holds an API key.
/// </remarks>
public abstract class PolyteiaException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    protected PolyteiaException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    private protected PolyteiaException(Call call, Failure failure)
        : base(FailureMessage.Of(call, failure), failure.Cause)
    {
        Operation = call.Operation.Id;
        Attempts = call.Attempts;
        RequestId = failure.RequestId;
        MayHaveBeenApplied = call.MayHaveBeenApplied;
    }

    /// <summary>The query or command that failed, as in <c>get_workspace</c>.</summary>
    public string Operation { get; init; } = "";

    /// <summary>The number of attempts; 0 when nothing was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>The service's id of the request, to quote to its support; <see langword="null" /> when it sent none.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// Whether the service may have carried out the operation although it failed for the caller. Always <see langword="false" /> for an
    /// operation that only reads. When it is <see langword="true" />, read the workspace before you repeat the write.
    /// </summary>
    public bool MayHaveBeenApplied { get; init; }
}
