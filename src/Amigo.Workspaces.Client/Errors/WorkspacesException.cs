namespace Amigo.Workspaces.Client;

/// <summary>An operation failed. The derived types say how.</summary>
/// <remarks>
/// A caller's own cancellation is never one of these: it stays an <see cref="OperationCanceledException" />.
/// No member holds an API key.
/// </remarks>
/// <example>
/// <code>
/// try
/// {
///     await client.UpdateAsync(workspace.Id, new UpdateWorkspaceRequest { Name = "Lakeview Children's Clinic" });
/// }
/// catch (WorkspacesException failure) when (failure.MayHaveBeenApplied)
/// {
///     var now = await client.GetAsync(workspace.Id);
///     Console.WriteLine($"The outcome was unknown. The name is now {now.Name}.");
/// }
/// </code>
/// </example>
public abstract class WorkspacesException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    protected WorkspacesException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    private protected WorkspacesException(Call call, Failure failure)
        : base(FailureMessage.Of(call, failure), failure.Cause)
    {
        Operation = call.Operation.Id;
        Attempts = call.Attempts;
        RequestId = failure.RequestId;
        MayHaveBeenApplied = call.MayHaveBeenApplied;
    }

    /// <summary>The operationId of the operation that failed, as in <c>get-workspace</c>.</summary>
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
