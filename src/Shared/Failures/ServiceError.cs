namespace WorkspaceClients.Failures;

/// <summary>What the body of an error answer says.</summary>
/// <param name="Detail">The service's own words.</param>
/// <param name="HasWords">Whether the detail is words, and not JSON that may hold what the caller sent.</param>
/// <param name="Code">The service's code for the error.</param>
/// <param name="RequestId">The service's name for the request.</param>
/// <param name="Issues">The issues of a 422.</param>
internal sealed record ServiceError(string? Detail, bool HasWords, string? Code, string? RequestId, IReadOnlyList<ValidationIssue> Issues)
{
    public static ServiceError None { get; } = new(null, false, null, null, []);

    public ServiceError Redact(ApiKey key) =>
        this with
        {
            Detail = key.Redact(Detail),
            Code = key.Redact(Code),
            RequestId = key.Redact(RequestId),
            Issues =
            [
                .. Issues.Select(issue => new ValidationIssue(key.Redact(issue.Path), key.Redact(issue.Message), key.Redact(issue.Type))),
            ],
        };
}
