using System.Net;
using System.Text;

namespace Polyteia.Workspaces.Client.Tests.Behaviour;

/// <summary>Bodies that are long, late, or not there.</summary>
public class AnswerBodyTests
{
    private const int Largest = 16 * 1024 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(5 * 1024)]
    [InlineData(300 * 1024)]
    public async Task A_success_is_read_whole_however_it_grows(int length)
    {
        await using var server = await StubServer.StartAsync(200, Padded(length));
        using var client = Given.Client(server.BaseAddress);

        (await client.GetAsync(Given.Id, cancellationToken: Cancel)).Name.Should().Be("Finance");
    }

    [Fact]
    public async Task A_success_over_16_MB_is_refused_also_when_its_length_is_not_announced()
    {
        await using var server = await StubServer.StartAsync(200, Padded(Largest));
        using var client = Given.Client(server.BaseAddress);

        var failure = await QueryCall.Of("update_workspace").FailAsync(client);

        failure.Should().BeOfType<PolyteiaResponseException>().Which.MayHaveBeenApplied.Should().BeTrue();
        failure.Message.Should().Contain("over 16 MB");
    }

    [Fact]
    public async Task A_long_error_keeps_its_status_and_the_beginning_of_its_body()
    {
        await using var server = await StubServer.StartAsync(403, new string('x', 300 * 1024));
        using var client = Given.Client(server.BaseAddress);

        var failure = (PolyteiaForbiddenException)await QueryCall.Of("get_workspace").FailAsync(client);

        failure.ResponseBody.Should().Be(new string('x', 8 * 1024));
    }

    [Fact]
    public async Task An_error_that_breaks_off_keeps_its_status_and_what_has_come()
    {
        await using var server = RawServer.Answering(
            "HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{\"detail\":\"Gone.\",\"more"
        );
        using var client = Given.Client(server.BaseAddress);

        var failure = (PolyteiaNotFoundException)await QueryCall.Of("delete_workspace").FailAsync(client);

        (failure.Detail, failure.MayHaveBeenApplied).Should().Be(("Gone.", false));
    }

    [Fact]
    public async Task An_error_that_stalls_keeps_its_status()
    {
        var clock = new ManualTimeProvider();
        using var http = new HttpClient(new Stalling(() => clock.Advance(new PolyteiaWorkspacesClientOptions().AttemptTimeout)));
        var options = Given.Options(new Uri("https://api.example"), options => options.TimeProvider = clock);
        using var client = new PolyteiaWorkspacesClient(http, options);

        var failure = (PolyteiaNotFoundException)await QueryCall.Of("delete_workspace").FailAsync(client);

        (failure.Detail, failure.MayHaveBeenApplied).Should().Be(("Gone.", false));
    }

    /// <summary>A workspace in a body of so many bytes, and a few more.</summary>
    private static string Padded(int length) => new StringBuilder(Given.WorkspaceAnswer).Append(' ', length).ToString();

    /// <summary>Answers 404 with half of a body, and never with the other.</summary>
    private sealed class Stalling(Action stalls) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StreamContent(new HalfStream(stalls)) });
    }

    private sealed class HalfStream(Action stalls) : MemoryStream(Encoding.UTF8.GetBytes("""{"detail":"Gone.","more"""))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position < Length)
            {
                return Read(buffer.Span);
            }

            stalls();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }
    }
}
