using System.Text;
using Amigo.Workspaces.Client.Tests.Behaviour;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>A handshake that breaks is tried again, and nobody is sent to look at certificates for it.</summary>
public class HandshakeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What comes instead of a handshake, and a word of what is said of it.</summary>
    private static Dictionary<string, (byte[] Answer, string Words)> Answers { get; } =
        new()
        {
            ["plain http"] = (Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), "does not speak TLS"),
            ["another protocol"] = (Encoding.ASCII.GetBytes("SSH-2.0-OpenSSH_9.9\r\n"), "does not speak TLS"),
            ["garbage"] = ([0x07, 0x03, 0xFF, 0x00, 0x9C, 0x0D, 0x0A, 0x1F, 0x8B, 0x0A], "TLS handshake"),
            ["an alert that the handshake failed"] = ([0x15, 3, 3, 0, 2, 2, 40], "TLS handshake"),
            ["an alert of an unknown version"] = ([0x15, 3, 3, 0, 2, 2, 70], "TLS handshake"),
            ["an alert that the name is unknown"] = ([0x15, 3, 3, 0, 2, 2, 112], "TLS handshake"),
            ["nothing"] = ([], "TLS handshake"),
        };

    public static TheoryData<string> Names => [.. Answers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_told_from_a_bad_certificate_and_every_operation_is_tried_again(string name)
    {
        var (answer, words) = Answers[name];
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadFirstByteAsync();
            await connection.WriteAsync(answer);
            connection.EndSending();
            await connection.StallAsync();
        });
        using var client = Given.Client(new UriBuilder(server.BaseAddress) { Scheme = "https" }.Uri);

        foreach (var call in OperationCall.All)
        {
            var calling = () => call.Plain(client, null, Cancellation);

            var failure = (await calling.Should().ThrowAsync<WorkspacesConnectionException>()).Which;
            (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((3, false), call.Id);
            failure.Message.Should().Contain(words).And.NotContain("certificate");
        }
    }
}
