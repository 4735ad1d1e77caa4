using static Amigo.Workspaces.Client.Tests.Faults.Answers;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>A whole answer says success, and is not what the contract says.</summary>
internal static class UnreadableAnswerFaults
{
    private const int TooLong = (16 * 1024 * 1024) + 1;

    public static IReadOnlyList<FaultCase> All { get; } =
    [
        Fault("The body is empty", Endings.Unreadable, Head(length: 0)),
        Fault("The body is longer than its Content-Length", Endings.Unreadable, Head(length: HalfBody.Length) + Body),
        Fault("The body is HTML", Endings.Unreadable, Head(length: 6) + "<html>"),
        Fault("The body lacks a required member", Endings.Unreadable, Head(length: 2) + "{}"),
        Fault("The body is announced as larger than 16 MB", Endings.Unreadable, Head(length: TooLong)),
        Fault("The body grows over 16 MB unannounced", Endings.Unreadable, TooMuch),
        EmulatorFaults.Case("The body is cut off, yet whole by its Content-Length", Endings.Unreadable, Emulator.Fault.MalformedJson),
    ];

    public static TheoryData<string, CallKind> Rows => FaultCase.Rows(All);

    private static async Task TooMuch(RawConnection connection)
    {
        await connection.WriteAsync(ChunkedHead);
        var chunk = Chunk(new string(' ', TooLong / 16));
        for (var sent = 0; sent <= TooLong; sent += TooLong / 16)
        {
            await connection.WriteAsync(chunk);
        }
    }
}
