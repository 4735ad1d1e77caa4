using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace WorkspaceClients.Tests.Proofs;

/// <summary>Something that goes wrong with a write.</summary>
/// <param name="Name">Its name in a failure's message.</param>
/// <param name="IsApplied">Whether the service carries the write out all the same.</param>
/// <param name="PlayAsync">Answers, or does not.</param>
public sealed record WriteFault(string Name, bool IsApplied, Func<WriteScene, Task> PlayAsync)
{
    private const int RefusedStream = 7;

    /// <summary>Whether the protocol itself says that the service has not looked at the request, so that the runtime may send it again.</summary>
    public bool IsRefusedStream { get; private init; }

    public static WriteFault None { get; } = new("no fault", true, scene => scene.AnswerAsync(200, scene.Answer));

    public static IReadOnlyList<WriteFault> All { get; } =
    [
        new("reset before it is applied", false, Reset),
        new("reset after it was applied", true, Reset),
        new("closed before it is applied", false, scene => scene.WriteRawAsync("")),
        new("closed after it was applied", true, scene => scene.WriteRawAsync("")),
        new("half of the headers", true, scene => scene.WriteRawAsync("HTTP/1.1 200 OK\r\nContent-Ty")),
        new("random bytes", true, scene => scene.WriteRawAsync("\u0007\u0003kX~q\u001f$=\u0002\r\n\u0005")),
        new("another protocol", true, scene => scene.WriteRawAsync("SSH-2.0-OpenSSH_9.9\r\n")),
        new("a chunk that is none", true, scene => scene.WriteRawAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")),
        new("headers alone", true, scene => scene.BreakOffAsync(scene.Answer, 0)),
        new("half of the body", true, scene => scene.BreakOffAsync(scene.Answer, scene.Answer.Length / 2)),
        new("half of the body, of no announced length", true, scene => scene.BreakOffAsync(null, scene.Answer.Length / 2)),
        new("gzip that is none", true, scene => scene.AnswerAsync(200, scene.Answer, ("Content-Encoding", "gzip"))),
        new("stalls before it is applied", false, scene => scene.StallAsync(0)),
        new("stalls after it was applied", true, scene => scene.StallAsync(0)),
        new("stalls in the body", true, scene => scene.StallAsync(scene.Answer.Length / 2)),
        new("not the contract", true, scene => scene.AnswerAsync(200, "{}")),
        new("HTML", true, scene => scene.AnswerAsync(200, "<html></html>")),
        new("half of the JSON", true, scene => scene.AnswerAsync(200, scene.Answer[..(scene.Answer.Length / 2)])),
        new("an empty body", true, scene => scene.AnswerAsync(200, "")),
        new("the connection ends with its answer", true, scene => scene.AnswerAsync(200, scene.Answer, ("Connection", "close"))),
        Status(303, isApplied: true),
        Status(400, isApplied: false),
        Status(408, isApplied: false),
        Status(408, isApplied: true),
        Status(409, isApplied: false),
        Status(429, isApplied: false),
        Status(500, isApplied: false),
        Status(500, isApplied: true),
        Status(503, isApplied: false),
        Status(503, isApplied: true),
        Status(504, isApplied: true),
        new("a refused stream", false, RefuseAsync) { IsRefusedStream = true },
    ];

    public override string ToString() => Name;

    private static WriteFault Status(int status, bool isApplied) =>
        new(
            isApplied ? $"{status} after it was applied" : $"{status}",
            isApplied,
            scene => scene.AnswerAsync(status, """{"detail":"no"}""")
        );

    private static Task Reset(WriteScene scene)
    {
        scene.Context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Only HTTP/2 can refuse a stream; before, the nearest to it is a refusal.</summary>
    private static Task RefuseAsync(WriteScene scene)
    {
        if (scene.Context.Features.Get<IHttpResetFeature>() is not { } streams)
        {
            return scene.AnswerAsync(429, "{}");
        }

        streams.Reset(RefusedStream);
        return Task.CompletedTask;
    }
}

/// <summary>One write at the service.</summary>
public sealed record WriteScene(HttpContext Context, string Answer, ManualTimeProvider Clock)
{
    public Task AnswerAsync(int status, string body, params (string Name, string Value)[] headers)
    {
        Context.Response.ContentLength = Encoding.UTF8.GetByteCount(body);
        return StubServer.RespondAsync(Context, status, body, headers);
    }

    /// <summary>Sends bytes below HTTP, and closes the connection.</summary>
    public async Task WriteRawAsync(string bytes)
    {
        var connection = Context.Features.Get<IConnectionTransportFeature>()!.Transport;
        await connection.Output.WriteAsync(Encoding.Latin1.GetBytes(bytes));
        await connection.Output.CompleteAsync();
        Context.Abort();
    }

    /// <summary>Announces the length of a body, or none, and breaks off inside it.</summary>
    public async Task BreakOffAsync(string? announced, int length)
    {
        Context.Response.ContentLength = announced is null ? null : Encoding.UTF8.GetByteCount(announced);
        await Context.Response.WriteAsync(Answer[..length]);
        await Context.Response.Body.FlushAsync();
        Context.Abort();
    }

    /// <summary>Sends no more, and lets the time limit of the attempt pass.</summary>
    public async Task StallAsync(int length)
    {
        if (length > 0)
        {
            Context.Response.ContentLength = Encoding.UTF8.GetByteCount(Answer);
            await Context.Response.WriteAsync(Answer[..length]);
            await Context.Response.Body.FlushAsync();
        }

        Clock.Advance(DuplicateWrites.AttemptTimeout);
        await StubServer.StallAsync(Context);
    }
}
