using System.Net;

namespace WorkspaceClients.Failures;

/// <summary>What is known of an attempt that failed.</summary>
internal sealed record Failure(FailureKind Kind)
{
    /// <summary>Whether this attempt may have sent something.</summary>
    public bool MayHaveBeenSent { get; init; } = true;

    public HttpStatusCode StatusCode { get; init; }

    public string? RequestId { get; init; }

    public RateLimit? RateLimit { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public ServiceError Error { get; init; } = ServiceError.None;

    public string? ResponseBody { get; init; }

    /// <summary>Whether something other than the service seems to have answered, such as a proxy or a web server.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Where a redirect pointed.</summary>
    public string? Location { get; init; }

    /// <summary>Whether the call ends with it, although its kind could be tried again.</summary>
    public bool IsFinal { get; init; }

    /// <summary>What went wrong, in our own words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The limit that passed, and the option that set it.</summary>
    public TimeSpan Timeout { get; init; }

    public string TimeoutOption { get; init; } = "";

    public Exception? Cause { get; init; }

    /// <summary>A word of few different values, for metrics and traces.</summary>
    public string Outcome =>
        Kind switch
        {
            FailureKind.Status => ((int)StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture),
            FailureKind.AttemptTimeout or FailureKind.TotalTimeout => "timeout",
            FailureKind.Unreadable => "invalid_response",
            _ => "connection",
        };
}
