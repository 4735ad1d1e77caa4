namespace Polyteia.Workspaces.Client;

/// <summary>422: the service refused the request's values.</summary>
public sealed class PolyteiaValidationException : PolyteiaApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public PolyteiaValidationException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal PolyteiaValidationException(Call call, Failure failure)
        : base(call, failure) => Issues = failure.Error.Issues;

    /// <summary>What is wrong, value by value; empty when the service only gave a text (see <see cref="PolyteiaApiException.Detail" />).</summary>
    public IReadOnlyList<ValidationIssue> Issues { get; init; } = [];
}
