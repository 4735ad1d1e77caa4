using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Amigo.Workspaces.Client.Tests;

/// <summary>What the framework that runs these tests would do by itself, and .NET Framework does not.</summary>
public class CompatibilityTests
{
    public static TheoryData<Exception?, string> Causes =>
        new()
        {
            { new WebException("", WebExceptionStatus.NameResolutionFailure), "NameResolutionError" },
            { new WebException("", WebExceptionStatus.ProxyNameResolutionFailure), "NameResolutionError" },
            { new WebException("", WebExceptionStatus.ConnectFailure), "ConnectionError" },
            { new WebException("", WebExceptionStatus.SecureChannelFailure), "SecureConnectionError" },
            { new WebException("", WebExceptionStatus.TrustFailure), "SecureConnectionError" },
            { new WebException("", WebExceptionStatus.ServerProtocolViolation), "InvalidResponse" },
            { new WebException("", WebExceptionStatus.SendFailure), "Unknown" },
            { new WebException("", WebExceptionStatus.ReceiveFailure), "Unknown" },
            { new WebException("", WebExceptionStatus.ConnectionClosed), "Unknown" },
            { new WebException("", WebExceptionStatus.KeepAliveFailure), "Unknown" },
            { new SocketException((int)SocketError.HostNotFound), "NameResolutionError" },
            { new SocketException((int)SocketError.TryAgain), "NameResolutionError" },
            { new SocketException((int)SocketError.ConnectionRefused), "ConnectionError" },
            { new SocketException((int)SocketError.ConnectionReset), "Unknown" },
            { new SocketException((int)SocketError.TimedOut), "Unknown" },
            { new AuthenticationException(), "SecureConnectionError" },
            { new IOException(), "Unknown" },
            { null, "Unknown" },
        };

    [Theory]
    [MemberData(nameof(Causes))]
    public void Only_a_failure_that_surely_came_before_anything_was_sent_is_told_as_one(Exception? cause, string error) =>
        WorkspaceClients.HttpRequestErrorExtensions.FromCause(cause).ToString().Should().Be(error);

    [Fact]
    public async Task A_read_that_does_not_listen_is_cut_short()
    {
        using var stop = new CancellationTokenSource();
        using var stream = new DeafStream();

        var read = WorkspaceClients.HttpExtensions.ReadAsync(stream, new byte[16].AsMemory(), stop.Token).AsTask();
        await stop.CancelAsync();

        var waiting = async () => await read;
        (await waiting.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(stop.Token);
    }

    [Fact]
    public async Task A_failed_task_is_waited_for_without_its_exception()
    {
        var failed = Task.FromException(new IOException());

        await WorkspaceClients.TaskExtensions.ConfigureAwait(failed, WorkspaceClients.ConfigureAwaitOptions.SuppressThrowing);

        failed.IsFaulted.Should().BeTrue();
    }

    /// <summary>Ends a read when it is closed, and not when it is cancelled, as a connection of .NET Framework does.</summary>
    private sealed class DeafStream : MemoryStream
    {
        private readonly TaskCompletionSource<int> _read = new();

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => _read.Task;

        protected override void Dispose(bool disposing)
        {
            _read.TrySetException(new ObjectDisposedException(nameof(DeafStream)));
            base.Dispose(disposing);
        }
    }
}
