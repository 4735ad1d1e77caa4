using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Polyteia.Workspaces.Client.Tests.Documentation;

namespace Polyteia.Workspaces.Client.Tests.Properties;

/// <summary>Whatever a service answers, a call ends with a value that keeps its word or with the right exception.</summary>
public sealed class AnswerProperties : IDisposable
{
    private static readonly int[] Statuses = [200, 201, 204, 302, 400, 401, 403, 404, 409, 418, 422, 429, 500, 503];

    private static readonly string[] Splinters =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "null",
        "true",
        "-",
        "1e999",
        "\"\\ud800\"",
        "\"data\":",
        "\"items\":",
        "\"total\":",
        "\"attributes\":",
        "\"error\":",
        "\"code\":",
        "\"message\":",
        "\uFEFF",
        "<html>",
        "\0",
        new('9', 400),
        new('[', 1100),
        string.Concat(Enumerable.Repeat("{\"a\":", 70)),
        "Bearer " + Given.Key,
    ];

    private readonly HttpClient _http;
    private readonly PolyteiaWorkspacesClient _client;
    private (int Status, byte[] Body) _answer;

    public AnswerProperties()
    {
        _http = new HttpClient(new Answering(() => _answer));
        _client = new PolyteiaWorkspacesClient(
            _http,
            Given.Options(new Uri("https://polyteia.example"), options => options.MaxRetries = 0)
        );
    }

    private static Gen<byte[]> RandomBytes => Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf();

    private static Gen<byte[]> Soup => Gen.Elements(Splinters).ArrayOf().Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces)));

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    [Fact]
    public void Random_bytes_end_well() => ForAll(_ => RandomBytes);

    [Fact]
    public void Splinters_of_json_end_well() => ForAll(_ => Soup);

    [Fact]
    public void The_documented_answers_with_a_few_changes_end_well() =>
        ForAll(name =>
            Changes()
                .ArrayOf()
                .Select(changes =>
                    changes
                        .Take(4)
                        .Aggregate(Encoding.UTF8.GetBytes(DocumentedExample.Of(name).Answer.GetRawText()), (body, change) => change(body))
                )
        );

    [Theory]
    [MemberData(nameof(QueryCall.Names), MemberType = typeof(QueryCall))]
    public async Task A_body_cut_off_anywhere_is_never_taken_for_a_whole_one(string name)
    {
        var body = Encoding.UTF8.GetBytes(DocumentedExample.Of(name).Answer.GetRawText());

        (await EndsWellAsync(name, 200, body)).Should().BeTrue("the whole body is valid");
        for (var length = 0; length < body.Length; length++)
        {
            (await EndsWellAsync(name, 200, body[..length])).Should().BeFalse("only {0} bytes arrived", length);
        }
    }

    private void ForAll(Func<string, Gen<byte[]>> bodies)
    {
        var cases =
            from name in Gen.Elements(QueryCall.All.Select(call => call.Name))
            from status in Gen.Elements(Statuses)
            from body in bodies(name)
            select (name, status, body);
        Prop.ForAll(cases.ToArbitrary(), one => EndsWellAsync(one.name, one.status, one.body).GetAwaiter().GetResult() || true)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    /// <summary>Whether the call succeeded; when it did not, it failed as it should.</summary>
    private async Task<bool> EndsWellAsync(string name, int status, byte[] body)
    {
        _answer = (status, body);
        var isSuccess = status is >= 200 and < 300;
        try
        {
            await QueryCall.Of(name).SendAsync(_client);
            isSuccess.Should().BeTrue("{0} is not a success", status);
            return true;
        }
        catch (PolyteiaResponseException exception) when (isSuccess)
        {
            SaysWhatHappened(exception, name);
        }
        catch (PolyteiaApiException exception) when (!isSuccess)
        {
            ((int)exception.StatusCode).Should().Be(status);
            $"{exception.Detail}{exception.ErrorCode}{exception.RequestId}{exception.ResponseBody}".Should().NotContain(Given.Key);
            SaysWhatHappened(exception, name);
        }

        return false;
    }

    private static void SaysWhatHappened(PolyteiaException exception, string name)
    {
        (exception.Operation, exception.Attempts).Should().Be((name, 1));
        exception.Message.Should().StartWith(name).And.NotContain(Given.Key);
        exception.Message.Length.Should().BeLessThan(600);
        exception.Message.Any(char.IsControl).Should().BeFalse("the message is one line");
    }

    /// <summary>Cuts, drops, inserts, repeats or flips something at some place, given in thousandths of the body.</summary>
    private static Gen<Func<byte[], byte[]>> Changes() =>
        from at in Gen.Choose(0, 1000)
        from length in Gen.Choose(1, 40)
        from kind in Gen.Choose(0, 4)
        from flip in Gen.Choose(1, 255)
        from splinter in Gen.Elements(Splinters).Select(Encoding.UTF8.GetBytes)
        select (Func<byte[], byte[]>)(body => Changed(body, body.Length * at / 1000, length, kind, (byte)flip, splinter));

    private static byte[] Changed(byte[] body, int at, int length, int kind, byte flip, byte[] splinter)
    {
        var end = Math.Min(body.Length, at + length);
        return kind switch
        {
            0 => body[..at],
            1 => [.. body[..at], .. body[end..]],
            2 => [.. body[..at], .. splinter, .. body[at..]],
            3 => [.. body[..end], .. body[at..]],
            _ => [.. body.Select((one, index) => index == at ? (byte)(one ^ flip) : one)],
        };
    }

    /// <summary>Stands for the server, in memory: many thousand answers are not worth as many connections.</summary>
    private sealed class Answering(Func<(int Status, byte[] Body)> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (status, body) = answer();
            return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) });
        }
    }
}
