namespace Amigo.Workspaces.Client;

/// <summary>422: the service refused the request's values, or a slug confirmation did not match.</summary>
public sealed class WorkspacesValidationException : WorkspacesApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public WorkspacesValidationException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal WorkspacesValidationException(Call call, Failure failure)
        : base(call, failure) => Issues = failure.Error.Issues;

    /// <summary>What is wrong, value by value; empty when the service only gave a text (see <see cref="WorkspacesApiException.Detail" />).</summary>
    public IReadOnlyList<ValidationIssue> Issues { get; init; } = [];
}
