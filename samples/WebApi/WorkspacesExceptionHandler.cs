using System.Globalization;
using Amigo.Workspaces.Client;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace WebApi;

/// <summary>Tells our callers what failed, and whether a write may have been carried out all the same. Never a response body or a key.</summary>
internal sealed class WorkspacesExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        // Anything else is a fault of this program: its message is for our log, and our callers are told 500.
        if (exception is not WorkspacesException failure)
        {
            return ValueTask.FromResult(false);
        }

        if (failure is WorkspacesApiException { RetryAfter: { } wait })
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        var problem = ProblemOf(failure);
        context.Response.StatusCode = problem.Status!.Value;
        return problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
    }

    private static ProblemDetails ProblemOf(WorkspacesException failure)
    {
        var (status, title) = StatusOf(failure);
        return new ProblemDetails
        {
            Status = status,
            Title = title,
            Extensions =
            {
                ["operation"] = failure.Operation,
                ["requestId"] = failure.RequestId,
                ["mayHaveBeenApplied"] = failure.MayHaveBeenApplied,
            },
        };
    }

    private static (int Status, string Title) StatusOf(WorkspacesException failure) =>
        failure switch
        {
            WorkspacesBadRequestException => (StatusCodes.Status400BadRequest, "The workspace service did not understand the request."),
            WorkspacesNotFoundException => (StatusCodes.Status404NotFound, "There is no such workspace."),
            WorkspacesConflictException { Existing: not null } => (
                StatusCodes.Status409Conflict,
                "The clinic is there in another environment."
            ),
            WorkspacesConflictException => (StatusCodes.Status409Conflict, "The slug belongs to somebody else."),
            WorkspacesValidationException => (StatusCodes.Status422UnprocessableEntity, "The workspace service refused the values."),
            WorkspacesRateLimitException => (StatusCodes.Status429TooManyRequests, "Too many requests."),
            // Our key is at fault, and not our caller's.
            WorkspacesUnauthorizedException => (StatusCodes.Status502BadGateway, "The workspace service refused our key."),
            WorkspacesForbiddenException => (StatusCodes.Status502BadGateway, "The workspace service does not let our key do this."),
            WorkspacesUnavailableException => (StatusCodes.Status503ServiceUnavailable, "The workspace service is not available."),
            WorkspacesTimeoutException => (StatusCodes.Status504GatewayTimeout, "The workspace service took too long."),
            WorkspacesConnectionException => (StatusCodes.Status502BadGateway, "The workspace service gave no answer."),
            _ => (StatusCodes.Status502BadGateway, "The workspace service failed."),
        };
}
