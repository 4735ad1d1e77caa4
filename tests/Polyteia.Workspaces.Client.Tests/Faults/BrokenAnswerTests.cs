using System.Text;

namespace Polyteia.Workspaces.Client.Tests.Faults;

/// <summary>Answers that no web server would give, on every query and command.</summary>
public class BrokenAnswerTests
{
    // The server closes each connection, and says so: the next attempt must not meet the end of this one.
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n";

    private static readonly Dictionary<string, Func<string, string>> BrokenOff = new()
    {
        ["nothing"] = _ => "",
        ["half of the headers"] = _ => Head[..25],
        ["headers alone"] = body => $"{Head}Content-Length: {Length(body)}\r\n\r\n",
        ["half of the body"] = body => $"{Head}Content-Length: {Length(body)}\r\n\r\n{body[..(body.Length / 2)]}",
        ["no last chunk"] = body => $"{Head}Transfer-Encoding: chunked\r\n\r\n{Length(body):x}\r\n{body}\r\n",
        ["a chunk that is none"] = body => $"{Head}Transfer-Encoding: chunked\r\n\r\nzz\r\n{body}\r\n0\r\n\r\n",
        ["neither a body nor its length"] = _ => $"{Head}\r\n",
        ["an end deep inside"] = _ => $"{Head}\r\n{{\"x\":{new string('[', 100)}",
        ["random bytes"] = _ => "\u0007\u0003kX~\u0000q\u001f$=\u0002\r\n\u0005",
        ["another protocol"] = _ => "SSH-2.0-OpenSSH_9.9\r\n",
        ["gzip that is none"] = body => $"{Head}Content-Encoding: gzip\r\nContent-Length: {Length(body)}\r\n\r\n{body}",
    };

    private static readonly Dictionary<string, Func<string, string>> Unreadable = new()
    {
        ["an empty body"] = _ => $"{Head}Content-Length: 0\r\n\r\n",
        ["HTML"] = _ => $"{Head}Content-Length: 6\r\n\r\n<html>",
        ["half of the JSON"] = body => $"{Head}Content-Length: {body.Length / 2}\r\n\r\n{body[..(body.Length / 2)]}",
        ["over 16 MB"] = _ => $"{Head}Content-Length: {(16 * 1024 * 1024) + 1}\r\n\r\n",
    };

    public static TheoryData<string, string> EveryBreak =>
        [.. from call in QueryCall.All from name in BrokenOff.Keys select (call.Name, name)];

    public static TheoryData<string, string> EveryNonsense =>
        [.. from call in QueryCall.All from name in Unreadable.Keys select (call.Name, name)];

    [Fact]
    public async Task What_is_not_HTTP_reaches_no_log_as_it_came()
    {
        await using var server = RawServer.Answering($"HTTP/1.1 200 OK\r\nx\u001b[2J{new string('x', 50_000)}\r\n\r\n");
        using var client = Given.Client(server.BaseAddress);

        var failure = await QueryCall.Of("get_workspace").FailAsync(client);

        failure.InnerException.Should().NotBeNull("it tells what was wrong");
        failure.ToString().Should().NotContain("\u001b").And.Match(text => text.Length < 10_000);
    }

    [Theory]
    [MemberData(nameof(EveryBreak))]
    public async Task An_answer_that_breaks_off_counts_as_none(string query, string answer)
    {
        var call = QueryCall.Of(query);
        var requests = 0;
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            Interlocked.Increment(ref requests);
            await connection.WriteAsync(BrokenOff[answer](call.Answer));
        });
        using var client = Given.Client(server.BaseAddress);

        var failure = await call.FailAsync(client);

        failure.Should().BeOfType<PolyteiaConnectionException>();
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((call.MayRepeat ? 3 : 1, call.IsWrite));
        requests.Should().Be(failure.Attempts);
    }

    [Theory]
    [MemberData(nameof(EveryNonsense))]
    public async Task An_answer_that_makes_no_sense_is_final(string query, string answer)
    {
        var call = QueryCall.Of(query);
        await using var server = RawServer.Answering(Unreadable[answer](call.Answer));
        using var client = Given.Client(server.BaseAddress);

        var failure = await call.FailAsync(client);

        failure.Should().BeOfType<PolyteiaResponseException>();
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, call.IsWrite));
    }

    [Theory]
    [MemberData(nameof(QueryCall.Names), MemberType = typeof(QueryCall))]
    public async Task A_server_that_cannot_prove_who_it_is_is_told_nothing(string query)
    {
        await using var server = await StubServer.StartAsync((_, _) => Task.CompletedTask, Certificates.SelfSigned());
        using var client = Given.Client(server.BaseAddress);

        var failure = await QueryCall.Of(query).FailAsync(client);

        failure.Should().BeOfType<PolyteiaConnectionException>().Which.Message.Should().Contain("certificate");
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, false));
        server.Requests.Should().BeEmpty();
    }

    private static int Length(string body) => Encoding.UTF8.GetByteCount(body);
}
