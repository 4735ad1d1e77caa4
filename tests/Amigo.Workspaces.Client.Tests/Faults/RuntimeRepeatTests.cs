using System.Net;
using System.Text;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>What the runtime sends again by itself, within one attempt: only what surely was not carried out, and reads.</summary>
public class RuntimeRepeatTests
{
    private const byte Data = 0;
    private const byte Headers = 1;
    private const byte Settings = 4;
    private const byte RefusedStream = 7;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_on_an_open_connection_that_the_service_has_closed_is_sent_again()
    {
        var reads = 0;
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(Answers.Whole);
            // The second request of the first connection gets no byte.
            await connection.ReadRequestAsync();
            Interlocked.Increment(ref reads);
        });
        using var client = Given.Client(server.BaseAddress, options => options.MaxRetries = 0);
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        var response = await client.Workspaces.GetWorkspaceAsync(Given.WorkspaceId, cancellationToken: Cancel);

        response.Attempts.Should().Be(1);
        reads.Should().Be(1);
        server.Connections.Should().Be(2);
    }

    [Fact]
    public async Task A_write_on_an_open_connection_that_the_service_has_closed_is_not_sent_again()
    {
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(Answers.Whole);
            await connection.ReadRequestAsync();
        });
        using var client = Given.Client(server.BaseAddress, options => options.MaxRetries = 0);
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        var write = () => client.ProvisionAsync(Given.WorkspaceId, cancellationToken: Cancel);

        (await write.Should().ThrowAsync<WorkspacesConnectionException>()).Which.MayHaveBeenApplied.Should().BeTrue();
        server.Connections.Should().Be(1);
    }

    /// <summary>A connection that ends tells which streams the service has looked at.</summary>
    [Fact]
    public Task A_write_that_the_service_has_not_looked_at_before_GOAWAY_is_sent_again() =>
        IsSentAgainAsync(Frame(type: 7, stream: 0, new byte[8]));

    [Fact]
    public Task A_write_whose_stream_is_refused_is_sent_again() => IsSentAgainAsync(Frame(type: 3, stream: 1, [0, 0, 0, RefusedStream]));

    /// <summary>The first request is refused with a frame, in HTTP/2 without TLS; the second is answered.</summary>
    private static async Task IsSentAgainAsync(byte[] refusal)
    {
        const byte statusIs200 = 0x88;
        var requests = 0;
        await using var server = RawServer.Start(async connection =>
        {
            await connection.WriteAsync(Frame(Settings, stream: 0, []));
            await connection.ReadBytesAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".Length);
            while (await ReadRequestAsync(connection) is var stream)
            {
                if (Interlocked.Increment(ref requests) == 1)
                {
                    await connection.WriteAsync(refusal);
                    continue;
                }

                await connection.WriteAsync(Frame(Headers, stream, [statusIs200], flags: 4));
                await connection.WriteAsync(Frame(Data, stream, Encoding.UTF8.GetBytes(Given.WorkspaceJson), flags: 1));
            }
        });
        using var http = new HttpClient(new SocketsHttpHandler())
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var client = new WorkspacesClient(http, Given.Options(server.BaseAddress, options => options.MaxRetries = 0));

        var response = await client.Account.CreateMyWorkspaceAsync(Given.CreateRequest, cancellationToken: Cancel);

        response.Attempts.Should().Be(1);
        requests.Should().Be(2);
    }

    /// <summary>Reads frames until one begins a request.</summary>
    private static async Task<int> ReadRequestAsync(RawConnection connection)
    {
        while (true)
        {
            var head = await connection.ReadBytesAsync(9);
            await connection.ReadBytesAsync((head[0] << 16) | (head[1] << 8) | head[2]);
            if (head[3] == Headers)
            {
                return head[8];
            }
        }
    }

    private static byte[] Frame(byte type, int stream, byte[] payload, byte flags = 0) =>
        [0, (byte)(payload.Length >> 8), (byte)payload.Length, type, flags, 0, 0, 0, (byte)stream, .. payload];
}
