namespace Amigo.Workspaces.Client.Protocol;

/// <summary>Chooses the kind of exception for a call whose last attempt failed.</summary>
internal static class ExceptionFactory
{
    public static WorkspacesException Create(Call call, Failure failure) =>
        failure.Kind switch
        {
            FailureKind.Status => ForStatus(call, failure),
            FailureKind.AttemptTimeout or FailureKind.TotalTimeout => new WorkspacesTimeoutException(call, failure),
            FailureKind.Unreadable => new WorkspacesResponseException(call, failure),
            _ => new WorkspacesConnectionException(call, failure),
        };

    private static WorkspacesApiException ForStatus(Call call, Failure failure) =>
        (int)failure.StatusCode switch
        {
            400 => new WorkspacesBadRequestException(call, failure),
            401 => new WorkspacesUnauthorizedException(call, failure),
            403 => new WorkspacesForbiddenException(call, failure),
            404 => new WorkspacesNotFoundException(call, failure),
            409 => new WorkspacesConflictException(call, failure),
            422 => new WorkspacesValidationException(call, failure),
            429 => new WorkspacesRateLimitException(call, failure),
            503 => new WorkspacesUnavailableException(call, failure),
            >= 500 and <= 599 => new WorkspacesServerException(call, failure),
            _ => new WorkspacesApiException(call, failure),
        };
}
