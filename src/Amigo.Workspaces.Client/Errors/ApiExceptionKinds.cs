namespace Amigo.Workspaces.Client;

/// <summary>400: the service could not understand the request.</summary>
public sealed class WorkspacesBadRequestException : WorkspacesApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public WorkspacesBadRequestException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal WorkspacesBadRequestException(Call call, Failure failure)
        : base(call, failure) { }
}

/// <summary>401: the API key is missing, wrong or no longer valid.</summary>
public sealed class WorkspacesUnauthorizedException : WorkspacesApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public WorkspacesUnauthorizedException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal WorkspacesUnauthorizedException(Call call, Failure failure)
        : base(call, failure) { }
}

/// <summary>403: the role behind the API key does not allow the operation.</summary>
public sealed class WorkspacesForbiddenException : WorkspacesApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public WorkspacesForbiddenException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal WorkspacesForbiddenException(Call call, Failure failure)
        : base(call, failure) { }
}

/// <summary>404: there is no such workspace, or it is archived, or the API key cannot see it.</summary>
public sealed class WorkspacesNotFoundException : WorkspacesApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public WorkspacesNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal WorkspacesNotFoundException(Call call, Failure failure)
        : base(call, failure) { }
}

/// <summary>429: the organization's rate limit is used up. <see cref="WorkspacesApiException.RetryAfter" /> says how long to wait.</summary>
public sealed class WorkspacesRateLimitException : WorkspacesApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public WorkspacesRateLimitException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal WorkspacesRateLimitException(Call call, Failure failure)
        : base(call, failure) { }
}

/// <summary>5xx: the service failed.</summary>
public class WorkspacesServerException : WorkspacesApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public WorkspacesServerException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal WorkspacesServerException(Call call, Failure failure)
        : base(call, failure) { }
}

/// <summary>503: the service, or one that it depends on, is temporarily unavailable.</summary>
public sealed class WorkspacesUnavailableException : WorkspacesServerException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public WorkspacesUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal WorkspacesUnavailableException(Call call, Failure failure)
        : base(call, failure) { }
}
