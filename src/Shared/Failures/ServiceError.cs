namespace WorkspaceClients.Failures;

/// <summary>What the body of an error answer says.</summary>
/// <param name="Detail">The service's own words.</param>
/// <param name="HasWords">Whether the detail is words, and not JSON that may hold what the caller sent.</param>
/// <param name="Code">The service's code for the error.</param>
/// <param name="RequestId">The service's name for the request.</param>
/// <param name="Issues">The issues of a 422.</param>
internal sealed record ServiceError(string? Detail, bool HasWords, string? Code, string? RequestId, IReadOnlyList<ValidationIssue> Issues)
{
    public const int MaxIssues = 100;

    private const int MaxDetail = 8 * 1024;
    private const int MaxText = 1024;
    private const int MaxId = 200;

    public static ServiceError None { get; } = new(null, false, null, null, []);

    /// <summary>Strikes secrets, and makes each text one line that is cut short.</summary>
    public ServiceError Redact(Secrets secrets) =>
        ReferenceEquals(this, None)
            ? this
            : this with
            {
                Detail = secrets.Line(Detail, MaxDetail),
                Code = secrets.Line(Code, MaxId),
                RequestId = secrets.Line(RequestId, MaxId),
                Issues = Issues.Count == 0 ? [] : [.. Issues.Select(issue => Redact(issue, secrets))],
            };

    private static ValidationIssue Redact(ValidationIssue issue, Secrets secrets) =>
        new(secrets.Line(issue.Path, MaxText), secrets.Line(issue.Message, MaxText), secrets.Line(issue.Type, MaxText));
}
