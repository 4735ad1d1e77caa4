using Amigo.Workspaces.Cli.Output;
using Microsoft.Extensions.Logging;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>Writes the client's own logs to stderr. They hold no key, header or body.</summary>
internal sealed class TerminalLoggerFactory(Terminal terminal) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) { }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => terminal.Note($"{logLevel.ToString().ToLowerInvariant()}: {formatter(state, exception)}");

    public void Dispose() { }
}
