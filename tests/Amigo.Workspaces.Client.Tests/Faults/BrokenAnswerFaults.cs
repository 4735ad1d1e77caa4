using System.IO.Compression;
using System.Text;
using static Amigo.Workspaces.Client.Tests.Faults.Answers;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>The answer does not arrive whole, or is no answer at all.</summary>
internal static class BrokenAnswerFaults
{
    public static IReadOnlyList<FaultCase> All { get; } =
    [
        FaultBeforeRequest(
            "The connection is reset while the request is sent",
            Endings.BrokenOff,
            async connection =>
            {
                await connection.ReadFirstByteAsync();
                connection.Reset();
            }
        ),
        Fault("The connection is reset before the answer", Endings.BrokenOff, connection => ResetAfter(connection, "")),
        Fault("The connection is closed without an answer", Endings.BrokenOff, ""),
        Fault("The connection is reset inside the headers", Endings.BrokenOff, connection => ResetAfter(connection, Head()[..40])),
        Fault("The connection is closed inside the headers", Endings.BrokenOff, Head()[..40]),
        Fault("The connection is reset after the headers", Endings.BrokenOff, connection => ResetAfter(connection, Head())),
        Fault("The connection is closed after the headers", Endings.BrokenOff, Head()),
        Fault("The connection is reset inside the body", Endings.BrokenOff, connection => ResetAfter(connection, Head() + HalfBody)),
        Fault("The body is shorter than its Content-Length", Endings.BrokenOff, Head() + HalfBody),
        Fault("The last chunk never comes", Endings.BrokenOff, ChunkedHead + Chunk(Body)),
        Fault("A chunk is not a chunk", Endings.BrokenOff, ChunkedHead + Chunk(HalfBody) + "zz\r\n" + HalfBody + "\r\n0\r\n\r\n"),
        Fault("Random bytes come instead of an answer", Endings.BrokenOff, connection => connection.WriteAsync(RandomBytes())),
        FaultBeforeRequest("Another protocol greets", Endings.BrokenOff, connection => connection.WriteAsync("SSH-2.0-OpenSSH_9.9\r\n")),
        Fault("The headers are too large", Endings.BrokenOff, Head(extra: $"X-Huge: {new string('x', 100_000)}\r\n") + Body),
        // Closed openly: whole by its length, the answer would leave a connection for the retry that the server is about to close.
        Fault(
            "The body is not the gzip that it claims to be",
            Endings.BrokenOff,
            Head(extra: "Content-Encoding: gzip\r\nConnection: close\r\n") + Body
        ),
        Fault("A gzip body without a length breaks off", Endings.BrokenOff, CutGzip),
        Fault("A body without a length breaks off", Endings.BrokenOff, HeadWithoutLength() + HalfBody),
        Fault("A body without a length never begins", Endings.BrokenOff, HeadWithoutLength()),
    ];

    public static TheoryData<string, CallKind> Rows => FaultCase.Rows(All);

    private static async Task ResetAfter(RawConnection connection, string answer)
    {
        await connection.WriteAsync(answer);
        connection.Reset();
    }

    private static async Task CutGzip(RawConnection connection)
    {
        using var body = new MemoryStream();
        await using (var gzip = new GZipStream(body, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Body));
        }

        await connection.WriteAsync(HeadWithoutLength("Content-Encoding: gzip\r\n"));
        await connection.WriteAsync(body.ToArray()[..^12]);
    }

    /// <summary>The end of the connection ends the body, whole or not.</summary>
    private static string HeadWithoutLength(string extra = "") => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{extra}\r\n";

    private static byte[] RandomBytes()
    {
        var bytes = new byte[512];
        // Fixed, so that a failure can be repeated.
        new Random(20261122).NextBytes(bytes);
        return bytes;
    }
}
