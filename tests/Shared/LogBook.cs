using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WorkspaceClients.Tests;

/// <summary>One log entry with everything that a log provider is given.</summary>
public sealed record LogEntry(
    string Category,
    LogLevel Level,
    EventId EventId,
    string Message,
    IReadOnlyList<KeyValuePair<string, object?>> State,
    Exception? Exception
)
{
    public object? this[string name] => State.Single(pair => pair.Key == name).Value;
}

/// <summary>A log provider that keeps what it is told, from a level on.</summary>
public sealed class LogBook(LogLevel from = LogLevel.Trace) : ILoggerProvider, ILoggerFactory
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("This factory keeps its own book.");

    public void Dispose() { }

    private sealed class Logger(LogBook book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= book.From;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) =>
            book._entries.Enqueue(
                new LogEntry(
                    category,
                    logLevel,
                    eventId,
                    formatter(state, exception),
                    state is IEnumerable<KeyValuePair<string, object?>> pairs ? [.. pairs] : [],
                    exception
                )
            );
    }

    private LogLevel From => from;
}
