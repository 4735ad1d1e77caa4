using System.Globalization;
using System.Net;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>A failure of the client in the words of this command: its options, not the library's, and what to look at next.</summary>
internal static class FailureWords
{
    private const string Address = "the address (--base-url, profile or AMIGO_BASE_URL)";

    /// <summary>What a web framework says of a path that it does not know.</summary>
    private const string NoSuchPath = "Not Found";

    // What these do not find is no workspace.
    private static readonly string[] OperationsWithoutWorkspace = ["list-workspaces", "create-my-workspace"];

    /// <returns>One line that says what happened.</returns>
    public static string Of(WorkspacesException failure)
    {
        if (failure is not WorkspacesTimeoutException timeout)
        {
            return failure.Message;
        }

        // Its own message names the library's option that set the limit.
        var attempts = timeout.Attempts > 1 ? $" after {Number(timeout.Attempts)} attempts" : "";
        var doubt = timeout.MayHaveBeenApplied ? " It may have been applied: look before you repeat it." : "";
        return $"{timeout.Operation} got no complete answer within {Number(timeout.Timeout.TotalSeconds)} s{attempts}.{doubt}";
    }

    /// <summary>Whether something other than the service answered: a proxy, a sign-in page, a server with other paths.</summary>
    public static bool IsOfAnotherServer(WorkspacesException failure) =>
        IsWebPage(failure) || IsOfAnUnknownPath(failure) || IsRedirect(failure);

    /// <returns>One line that says what to do next; <see langword="null" /> when there is nothing to say.</returns>
    public static string? Next(WorkspacesException failure) =>
        failure switch
        {
            _ when IsWebPage(failure) => $"A web page is not the service: check {Address}, and a proxy or a sign-in page on the way.",
            _ when IsOfAnUnknownPath(failure) => $"The service is not there: check the path in {Address}.",
            _ when IsRedirect(failure) => $"If you trust where it leads, make that {Address}.",
            WorkspacesUnauthorizedException => "The key was not accepted: `amigo-workspaces doctor` says where it comes from.",
            WorkspacesForbiddenException =>
                "The key's role does not allow this: ask an owner of the workspace, or use another key (--profile).",
            WorkspacesNotFoundException { Detail: null or NoSuchPath } =>
                $"It may be archived, or belong to others; if nothing is found, check the path in {Address}.",
            WorkspacesNotFoundException =>
                "It may be archived, or belong to others: `amigo-workspaces list --all` shows what the key can see.",
            WorkspacesConflictException => "The workspace's present state does not allow this: `amigo-workspaces get` shows it.",
            WorkspacesValidationException or WorkspacesBadRequestException => "Correct what it names, then run the command again.",
            WorkspacesRateLimitException { RetryAfter: { } wait } =>
                $"The rate limit, which all keys of the organization share, is used up: try again in {Number(Math.Ceiling(wait.TotalSeconds))} s.",
            WorkspacesRateLimitException => "The rate limit, which all keys of the organization share, is used up: try again in a minute.",
            WorkspacesServerException => "The service failed: try again later. If it keeps failing, quote the request to its support.",
            WorkspacesTimeoutException => "Try again; --timeout SECONDS allows more time, of which one attempt gets at most 30 s.",
            WorkspacesConnectionException => NextAfterConnection(failure),
            WorkspacesResponseException => $"The service may be newer than this program, or not at {Address}.",
            _ => null,
        };

    private static string NextAfterConnection(WorkspacesException failure) =>
        (failure.InnerException as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => $"Check the name in {Address}, and the network.",
            HttpRequestError.SecureConnectionError when failure.Message.Contains("does not speak TLS", StringComparison.Ordinal) =>
                "The port answers without TLS. If it is the emulator's, or another on this machine, write http:// in place of https://.",
            HttpRequestError.SecureConnectionError =>
                $"Check {Address}, and whether this machine trusts who issued the server's certificate.",
            HttpRequestError.InvalidResponse => "If the port is one for https, write https:// in place of http://.",
            _ => $"Check the host and the port in {Address}, and the network. Is the service running?",
        };

    private static bool IsWebPage(WorkspacesException failure) =>
        failure switch
        {
            WorkspacesApiException { ResponseBody: { } body } => body.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("<"),
            WorkspacesResponseException => failure.Message.Contains("HTML or XML", StringComparison.Ordinal),
            _ => false,
        };

    private static bool IsOfAnUnknownPath(WorkspacesException failure) =>
        failure is WorkspacesNotFoundException && OperationsWithoutWorkspace.Contains(failure.Operation, StringComparer.Ordinal);

    private static bool IsRedirect(WorkspacesException failure) =>
        failure is WorkspacesApiException { StatusCode: >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest };

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
