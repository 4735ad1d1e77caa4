using System.Net;

namespace Polyteia.Workspaces.Client;

/// <summary>The service answered with a status other than success.</summary>
/// <remarks>
/// Statuses without a type of their own, redirects too, have this type. The vendor does not document what an error's body holds:
/// <see cref="Detail" /> and <see cref="ErrorCode" /> are read from it as well as can be.
/// </remarks>
public class PolyteiaApiException : PolyteiaException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public PolyteiaApiException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal PolyteiaApiException(Call call, Failure failure)
        : base(call, failure)
    {
        StatusCode = failure.StatusCode;
        ErrorCode = failure.Error.Code;
        Detail = failure.Error.Detail;
        ResponseBody = failure.ResponseBody;
        RateLimit = failure.RateLimit;
        RetryAfter = failure.RetryAfter;
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The service's code for the error; <see langword="null" /> when it sent none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The service's own words; <see langword="null" /> when there are none.</summary>
    public string? Detail { get; init; }

    /// <summary>
    /// The answer's body, cut to 8 KB; <see langword="null" /> when it was empty. It may contain what the caller sent: think before you log it.
    /// </summary>
    public string? ResponseBody { get; init; }

    /// <summary>The rate limit in the answer; <see langword="null" /> when there is none.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>How long the service asked to wait; <see langword="null" /> when it did not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
