using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Pacing;
using Amigo.Workspaces.Cli.Profiles;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>One run of one verb: what was asked, with what to ask the service, and where to write.</summary>
internal sealed class Session(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken) : IDisposable
{
    // The pacer says that it waits, and for how long; the client would do so in silence.
    private static readonly TimeSpan LongestWaitOfAPacedClient = TimeSpan.FromSeconds(1);

    private WorkspacesClient? _client;
    private bool _isPaced;
    private (string Doing, string Look)? _carriedOut;

    public Terminal Terminal { get; } = terminal;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public TimeProvider Time { get; } = TimeProvider.System;

    public OutputFormat Output => Value(GlobalOptions.Output);

    public bool SkipsValidation => Value(GlobalOptions.SkipValidation);

    public RequestOptions? Request => SkipsValidation ? new RequestOptions { SkipValidation = true } : null;

    /// <exception cref="CliException">No key is set, or an option breaks its rule.</exception>
    public IWorkspacesClient Client => _client ??= Connect(Credentials.Find(parsed));

    public T? Value<T>(Option<T> option) => parsed.GetValue(option);

    public T Value<T>(Argument<T> argument) => parsed.GetValue(argument)!;

    public bool IsGiven(Option option) => parsed.GetResult(option) is { Implicit: false };

    public Credentials FindCredentials() => Credentials.Find(parsed);

    /// <exception cref="CliException">The key or the address could never work.</exception>
    public WorkspacesClient Connect(Credentials credentials)
    {
        var options = credentials.ToOptions();
        options.ApplicationName = $"{CommandLine.Name}/{typeof(Session).Assembly.GetName().Version!.ToString(3)}";
        options.MaxRetries = (int)(Value(GlobalOptions.Retries) ?? options.MaxRetries);
        options.TotalTimeout = Value(GlobalOptions.Timeout) ?? options.TotalTimeout;
        options.MaxRetryDelay = _isPaced ? LongestWaitOfAPacedClient : options.MaxRetryDelay;
        try
        {
            return new WorkspacesClient(options, Value(GlobalOptions.Verbose) ? new TerminalLoggerFactory(Terminal) : null);
        }
        catch (ArgumentException problem)
        {
            throw credentials.Refused(problem);
        }
    }

    /// <summary>Leaves waits for the rate limit to a pacer. Comes before the first use of the client.</summary>
    public Pacer Pace(TimeSpan maxWait)
    {
        _isPaced = true;
        return new Pacer(Terminal, Time, maxWait);
    }

    /// <summary>Writes, and says plainly when nobody knows whether the service carried the write out.</summary>
    /// <param name="doing">What is done, as in <c>archive acme-clinic</c>.</param>
    /// <param name="look">The command that shows whether it was.</param>
    /// <param name="write">Sends the write.</param>
    public async Task<T> WriteAsync<T>(string doing, string look, Func<CancellationToken, Task<T>> write)
    {
        CancellationToken.ThrowIfCancellationRequested();
        try
        {
            var written = await write(CancellationToken);
            CarriedOut(doing, look);
            return written;
        }
        catch (OperationCanceledException) when (CancellationToken.IsCancellationRequested)
        {
            throw new CliException(
                ExitCode.Interrupted,
                $"Interrupted. It is not known whether the service carried this out: {doing}.",
                $"Check before you repeat it: {look}"
            );
        }
        catch (WorkspacesException failure) when (failure.MayHaveBeenApplied)
        {
            throw new CliException(ExitCode.Of(failure), FailureWords.Of(failure), $"To check: {look}", failure);
        }
    }

    /// <summary>Notes what the service has carried out, in case that it cannot be shown.</summary>
    /// <param name="doing">What was done, as in <c>archive acme-clinic</c>.</param>
    /// <param name="look">The command that shows it.</param>
    public void CarriedOut(string doing, string look) => _carriedOut = (doing, look);

    /// <summary>The failure to tell when something was carried out and its result cannot be written, as on a full disk; otherwise null.</summary>
    public CliException? OfUnshown(Exception failure) =>
        _carriedOut is var (doing, look) && failure is IOException or UnauthorizedAccessException && !StandardOutput.IsClosed(failure)
            ? new CliException(
                ExitCode.Refused,
                $"The service carried this out: {doing}. Its result cannot be shown: {StandardOutput.WordsOf(failure)}",
                $"To see it: {look}",
                failure
            )
            : null;

    public void Dispose() => _client?.Dispose();
}
