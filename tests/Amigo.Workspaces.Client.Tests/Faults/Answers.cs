using System.Globalization;
using System.Text;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>What a faulty server sends, and the servers that send it.</summary>
internal static class Answers
{
    /// <summary>A body that every kind of call can read: members that one does not know are ignored.</summary>
    public static readonly string Body = string.Concat(
        Given.WorkspaceJson.TrimEnd().AsSpan(0, Given.WorkspaceJson.TrimEnd().Length - 1),
        ""","numbers":["+15550100"]}"""
    );

    public static string HalfBody => Body[..(Body.Length / 2)];

    public static string Whole => Head() + Body;

    /// <summary>The headers of a successful answer.</summary>
    /// <param name="length">The Content-Length; the body's own unless given.</param>
    /// <param name="extra">More headers, each with its line break.</param>
    public static string Head(int? length = null, string extra = "") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length ?? Encoding.UTF8.GetByteCount(Body)}\r\n{extra}\r\n"
        );

    public static string ChunkedHead => "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    public static string Chunk(string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n");

    /// <summary>A server that reads each request whole, counts it, and then does as the fault says.</summary>
    public static FaultCase Fault(string name, Endings endings, Func<RawConnection, Task> serve) =>
        Fault(name, endings, (connection, _) => serve(connection));

    /// <summary>A server that reads each request whole, answers with these bytes and closes the connection.</summary>
    public static FaultCase Fault(string name, Endings endings, string answer) =>
        Fault(name, endings, connection => connection.WriteAsync(answer));

    public static FaultCase Fault(string name, Endings endings, Func<RawConnection, ManualTimeProvider, Task> serve) =>
        new(
            name,
            endings,
            clock =>
            {
                var requests = 0;
                var server = RawServer.Start(async connection =>
                {
                    await connection.ReadRequestAsync();
                    Interlocked.Increment(ref requests);
                    await serve(connection, clock);
                });
                return Task.FromResult(new FaultyService(server.BaseAddress, server) { RequestsSeen = () => Volatile.Read(ref requests) });
            }
        );

    /// <summary>A server that does not wait for a request.</summary>
    public static FaultCase FaultBeforeRequest(string name, Endings endings, Func<RawConnection, Task> serve) =>
        new(
            name,
            endings,
            _ =>
            {
                var server = RawServer.Start(serve);
                return Task.FromResult(new FaultyService(server.BaseAddress, server));
            }
        );
}
