namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>Chooses the kind of exception for a call whose last attempt failed.</summary>
internal static class ExceptionFactory
{
    public static PolyteiaException Create(Call call, Failure failure) =>
        failure.Kind switch
        {
            FailureKind.Status => ForStatus(call, failure),
            FailureKind.AttemptTimeout or FailureKind.TotalTimeout => new PolyteiaTimeoutException(call, failure),
            FailureKind.Unreadable => new PolyteiaResponseException(call, failure),
            _ => new PolyteiaConnectionException(call, failure),
        };

    private static PolyteiaApiException ForStatus(Call call, Failure failure) =>
        (int)failure.StatusCode switch
        {
            400 => new PolyteiaBadRequestException(call, failure),
            401 => new PolyteiaUnauthorizedException(call, failure),
            403 => new PolyteiaForbiddenException(call, failure),
            404 => new PolyteiaNotFoundException(call, failure),
            409 => new PolyteiaConflictException(call, failure),
            422 => new PolyteiaValidationException(call, failure),
            429 => new PolyteiaRateLimitException(call, failure),
            503 => new PolyteiaUnavailableException(call, failure),
            >= 500 and <= 599 => new PolyteiaServerException(call, failure),
            _ => new PolyteiaApiException(call, failure),
        };
}
