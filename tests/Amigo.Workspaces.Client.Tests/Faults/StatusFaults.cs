using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>The service, or a proxy in front of it, answers with a status other than success, or breaks off once it has acted.</summary>
internal static class StatusFaults
{
    public static IReadOnlyList<FaultCase> All { get; } =
    [
        Case("400 Bad Request", Endings.Refused<WorkspacesBadRequestException>(), Fault.Status(400)),
        Case("401 Unauthorized", Endings.Refused<WorkspacesUnauthorizedException>(), Fault.Status(401)),
        Case("403 Forbidden", Endings.Refused<WorkspacesForbiddenException>(), Fault.Status(403)),
        Case("404 Not Found", Endings.Refused<WorkspacesNotFoundException>(), Fault.Status(404)),
        Case("408 Request Timeout", Endings.Unknown<WorkspacesApiException>(), Fault.Status(408)),
        Case("409 Conflict", Endings.Refused<WorkspacesConflictException>(), Fault.Status(409)),
        Case("422 Unprocessable Content", Endings.Refused<WorkspacesValidationException>(), Fault.Status(422)),
        Case("429 Too Many Requests", Endings.TooEarly, Fault.Status(429)),
        Case("500 Internal Server Error", Endings.Unknown<WorkspacesServerException>(), Fault.Status(500)),
        Case("501 Not Implemented", Endings.UnknownOnce<WorkspacesServerException>(), Fault.Status(501)),
        Case("502 Bad Gateway", Endings.Unknown<WorkspacesServerException>(), Fault.Status(502)),
        Case("503 Service Unavailable", Endings.Unknown<WorkspacesUnavailableException>(), Fault.Status(503)),
        Case("504 Gateway Timeout", Endings.Unknown<WorkspacesServerException>(), Fault.Status(504)),
        Case("A redirect other than 303", Endings.Refused<WorkspacesApiException>(), Fault.Status(307, "", Location)),
        Case("303 See Other", Endings.UnknownOnce<WorkspacesApiException>(), Fault.Status(303, "", Location)),
        Answers.Fault(
            "A status that HTTP does not have, such as 600",
            Endings.UnknownOnce<WorkspacesApiException>(),
            "HTTP/1.1 600 Odd\r\nContent-Length: 0\r\n\r\n"
        ),
        Case("504 although it was done", Endings.Unknown<WorkspacesServerException>(), Fault.StatusAfterApply(504)),
        Case("A reset before it was done", Endings.BrokenOff, Fault.ResetBeforeApply),
        Case("A reset after it was done", Endings.BrokenOff, Fault.ResetAfterApply),
        Case("A body cut off after it was done", Endings.BrokenOff, Fault.TruncatedBody),
    ];

    public static TheoryData<string, CallKind> Rows => FaultCase.Rows(All);

    private static Dictionary<string, string> Location => new() { ["Location"] = "http://127.0.0.1:1/elsewhere" };

    private static FaultCase Case(string name, Endings endings, Fault fault) => EmulatorFaults.Case(name, endings, fault);
}
