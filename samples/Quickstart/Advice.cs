using Amigo.Workspaces.Client;

namespace Quickstart;

/// <summary>One line that says what failed and what to do about it.</summary>
internal static class Advice
{
    public static string For(WorkspacesException failure) => $"{failure.Message} {WhatToDo(failure)}";

    private static string WhatToDo(WorkspacesException failure) =>
        failure switch
        {
            WorkspacesUnauthorizedException => "Check AMIGO_API_KEY, and that it belongs to the service at AMIGO_BASE_URL.",
            WorkspacesForbiddenException => "The role behind this key does not allow it: use a key of a role that does.",
            WorkspacesRateLimitException { RetryAfter: { } wait } => $"Wait {wait.TotalSeconds:0} seconds and run it again.",
            WorkspacesConnectionException => "Check AMIGO_BASE_URL and the network.",
            WorkspacesUnavailableException or WorkspacesTimeoutException => "Run it again in a minute.",
            { RequestId: { } requestId } => $"If it keeps failing, ask the service's support and quote request {requestId}.",
            _ => "Check that AMIGO_BASE_URL names the workspace service.",
        };
}
