namespace Polyteia.Workspaces.Client;

/// <summary>400: the service could not understand the request.</summary>
public sealed class PolyteiaBadRequestException : PolyteiaApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public PolyteiaBadRequestException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal PolyteiaBadRequestException(Call call, Failure failure)
        : base(call, failure) { }
}

/// <summary>401: the API key is missing, wrong or no longer valid.</summary>
public sealed class PolyteiaUnauthorizedException : PolyteiaApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public PolyteiaUnauthorizedException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal PolyteiaUnauthorizedException(Call call, Failure failure)
        : base(call, failure) { }
}

/// <summary>403: the API key does not allow the operation.</summary>
public sealed class PolyteiaForbiddenException : PolyteiaApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public PolyteiaForbiddenException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal PolyteiaForbiddenException(Call call, Failure failure)
        : base(call, failure) { }
}

/// <summary>404: there is no such workspace, or the API key cannot see it.</summary>
public sealed class PolyteiaNotFoundException : PolyteiaApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public PolyteiaNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal PolyteiaNotFoundException(Call call, Failure failure)
        : base(call, failure) { }
}

/// <summary>409: the request conflicts with the current state.</summary>
public sealed class PolyteiaConflictException : PolyteiaApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public PolyteiaConflictException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal PolyteiaConflictException(Call call, Failure failure)
        : base(call, failure) { }
}

/// <summary>429: the rate limit is used up. <see cref="PolyteiaApiException.RetryAfter" /> says how long to wait.</summary>
public sealed class PolyteiaRateLimitException : PolyteiaApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public PolyteiaRateLimitException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal PolyteiaRateLimitException(Call call, Failure failure)
        : base(call, failure) { }
}

/// <summary>5xx: the service failed.</summary>
public class PolyteiaServerException : PolyteiaApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public PolyteiaServerException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal PolyteiaServerException(Call call, Failure failure)
        : base(call, failure) { }
}

/// <summary>503: the service, or one that it depends on, is temporarily unavailable.</summary>
public sealed class PolyteiaUnavailableException : PolyteiaServerException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public PolyteiaUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal PolyteiaUnavailableException(Call call, Failure failure)
        : base(call, failure) { }
}
