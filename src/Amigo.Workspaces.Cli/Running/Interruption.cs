using System.Runtime.InteropServices;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>Turns the first Ctrl-C (or a request to terminate) into a cancellation. A second one ends the process at once.</summary>
/// <remarks>
/// Cancelling runs whatever waits for the token, to the end of the program if nothing else is left. So the signal's own thread, where nobody
/// catches an exception, only passes the request on, and the process does not end while that thread or the cancelling is still at work.
/// </remarks>
internal sealed class Interruption : IAsyncDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly TaskCompletionSource _requested = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;
    private readonly Task _cancelling;
    private Thread? _handler;

    public Interruption()
    {
        _cancelling = CancelWhenRequestedAsync();
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Waits until no thread of an interruption is left at work.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Volatile.Read(ref _handler) is { } handler)
        {
            // What a callback throws comes too late to change how the program ended.
            await _cancelling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            handler.Join();
        }

        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void Handle(PosixSignalContext signal)
    {
        // Left alone, the second signal does what it does to any process.
        if (Interlocked.CompareExchange(ref _handler, Thread.CurrentThread, null) is null)
        {
            signal.Cancel = true;
            _requested.SetResult();
        }
    }

    private async Task CancelWhenRequestedAsync()
    {
        await _requested.Task;
        await _source.CancelAsync();
    }
}
