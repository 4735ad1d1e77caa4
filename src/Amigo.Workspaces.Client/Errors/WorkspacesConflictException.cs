using System.Net;

namespace Amigo.Workspaces.Client;

/// <summary>
/// 409: the slug is already taken. Also thrown by <see cref="IWorkspacesClient.EnsureCreatedAsync" /> when your own workspace with that slug is
/// not what was asked for; <see cref="Existing" /> is that workspace then.
/// </summary>
public sealed class WorkspacesConflictException : WorkspacesApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One short line that says what failed.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public WorkspacesConflictException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    internal WorkspacesConflictException(Call call, Failure failure)
        : base(call, failure) { }

    // The caller's own workspace has the slug, and differs from what was asked for.
    internal WorkspacesConflictException(Workspace existing, string difference, WorkspacesException failure)
        : base($"{failure.Operation}: your own workspace {existing.Id} already has this slug, but {difference}.", failure)
    {
        Operation = failure.Operation;
        Attempts = failure.Attempts;
        RequestId = failure.RequestId;
        MayHaveBeenApplied = failure.MayHaveBeenApplied;
        StatusCode = HttpStatusCode.Conflict;
        Existing = existing;
        if (failure is WorkspacesConflictException conflict)
        {
            ErrorCode = conflict.ErrorCode;
            Detail = conflict.Detail;
            ResponseBody = conflict.ResponseBody;
            RateLimit = conflict.RateLimit;
        }
    }

    // The service answered a create with a workspace in another environment than the one requested.
    internal WorkspacesConflictException(ApiResponse<Workspace> answer)
        : base($"{Operations.CreateMyWorkspace} was answered with workspace {answer.Value.Id}, but {WrongEnvironment(answer.Value)}.")
    {
        Operation = Operations.CreateMyWorkspace.Id;
        Attempts = answer.Attempts;
        RequestId = answer.RequestId;
        MayHaveBeenApplied = true;
        StatusCode = HttpStatusCode.Conflict;
        RateLimit = answer.RateLimit;
        Existing = answer.Value;
    }

    /// <summary>
    /// Your own workspace with that slug, when <see cref="IWorkspacesClient.EnsureCreatedAsync" /> found one whose environment or
    /// <see cref="Workspace.BackendOrgId" /> is not the one asked for; otherwise <see langword="null" />.
    /// </summary>
    public Workspace? Existing { get; init; }

    // How a workspace differs from the requested one; null when it does not.
    internal static string? DifferenceOf(Workspace existing, CreateWorkspaceRequest request)
    {
        if (existing.Environment != request.Environment)
        {
            return WrongEnvironment(existing);
        }

        return request.BackendOrgId is null || string.Equals(existing.BackendOrgId, request.BackendOrgId, StringComparison.Ordinal)
            ? null
            : "its BackendOrgId is not the one requested";
    }

    private static string WrongEnvironment(Workspace existing) =>
        $"its Environment is {Utf8Text.OneLine(existing.Environment.ToString(), 40)}, not the one requested";
}
