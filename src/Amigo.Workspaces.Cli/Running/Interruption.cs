using System.Runtime.InteropServices;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>Turns the first Ctrl-C (or a request to terminate) into a cancellation. A second one ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption() =>
        _registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        // The source is left as it is: the handler may still be within Cancel when what it cancelled has ended, and would throw into nowhere.
    }

    private void Handle(PosixSignalContext signal)
    {
        if (_source.IsCancellationRequested)
        {
            return;
        }

        signal.Cancel = true;
        _source.Cancel();
    }
}
