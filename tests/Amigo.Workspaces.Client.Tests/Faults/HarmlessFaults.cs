using static Amigo.Workspaces.Client.Tests.Faults.Answers;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>Oddities that leave the answer whole.</summary>
internal static class HarmlessFaults
{
    private const string Early = "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n";

    public static IReadOnlyList<FaultCase> All { get; } =
    [
        Fault("100 Continue before the answer", Endings.Answered, "HTTP/1.1 100 Continue\r\n\r\n" + Whole),
        Fault("Several early 1xx before the answer", Endings.Answered, "HTTP/1.1 102 Processing\r\n\r\n" + Early + Early + Whole),
        Fault("No Content-Length, and the end of the connection ends the body", Endings.Answered, "HTTP/1.1 200 OK\r\n\r\n" + Body),
        Fault("The body comes byte by byte", Endings.Answered, ByteByByte),
        Fault(
            "The connection is reset after the whole answer",
            Endings.Answered,
            async connection =>
            {
                await connection.WriteAsync(Whole);
                connection.Reset();
            }
        ),
    ];

    public static TheoryData<string, CallKind> Rows => FaultCase.Rows(All);

    private static async Task ByteByByte(RawConnection connection)
    {
        await connection.WriteAsync(ChunkedHead);
        foreach (var character in Body)
        {
            await connection.WriteAsync(Chunk(character.ToString()));
        }

        await connection.WriteAsync("0\r\n\r\n");
    }
}
