using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace WorkspaceClients.Sending;

/// <summary>Carries a call out: attempts it, tries again where the rules allow, and ends with a value or an exception.</summary>
internal sealed class Sender : IDisposable
{
    private readonly Func<ClientSettings> _settings;
    private readonly IDisposable? _owned;
    private readonly ILogger _logger;
    private readonly RetryBudget _retryBudget = new();
    private readonly Attempt _attempt;

    /// <summary>Made at the first failure: Polly's assembly and statics cost milliseconds, and most programs never need them.</summary>
    private readonly Lazy<RetryLoop> _retryLoop;

    private readonly CancellationTokenSource _disposal = new();

    /// <param name="connections">Gives the connections of an attempt.</param>
    /// <param name="settings">Gives the settings of a call.</param>
    /// <param name="logger">Where to log.</param>
    /// <param name="owned">What ends with this sender.</param>
    /// <param name="connectsAlone">Whether no handler of the host stands between the client and its connections.</param>
    public Sender(
        Func<HttpMessageInvoker> connections,
        Func<ClientSettings> settings,
        ILogger logger,
        IDisposable? owned = null,
        bool connectsAlone = false
    )
    {
        _settings = settings;
        _owned = owned;
        _logger = logger;

        var timeProvider = settings().TimeProvider;
        // Our own connections end with the client, and the calls on them; calls on the caller's connections finish.
        var disposal = owned is HttpMessageInvoker ? _disposal.Token : CancellationToken.None;
        _attempt = new Attempt(connections, settings, connectsAlone, new RateGate(timeProvider, logger), disposal);
        _retryLoop = new Lazy<RetryLoop>(() => new RetryLoop(timeProvider, _retryBudget, _logger));
    }

    /// <summary>The host that calls go to.</summary>
    public string Host => _settings().Host;

    public static Sender OnOwnConnections(ClientSettings settings, ILoggerFactory? loggerFactory)
    {
        var connections = new HttpMessageInvoker(Connection.CreateHandler());
        return new Sender(() => connections, () => settings, LoggerOf(loggerFactory), owned: connections, connectsAlone: true);
    }

    public static Sender OnGivenConnections(HttpClient client, ClientSettings settings, ILoggerFactory? loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new Sender(() => client, () => settings, LoggerOf(loggerFactory), connectsAlone: Connection.ConnectsAlone(client));
    }

    /// <summary>Makes a call.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="select">Makes the answer what the caller gets.</param>
    /// <param name="options">What is different for this call.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<TResult> SendAsync<T, TResult>(
        in Request<T> request,
        Func<Answer<T>, TResult> select,
        RequestOptions? options,
        CancellationToken cancellationToken
    )
        where T : class
        where TResult : class
    {
        ThrowIfDisposed();
        var call = new Call(request.Operation, request.Message, options, _settings(), cancellationToken);
        return SendAsync(call, new AnswerReader<T, TResult>(request.AnswerType, request.WorkspaceId, select));
    }

    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposal.IsCancellationRequested, Product.ClientType);

    public void Dispose()
    {
        try
        {
            _disposal.Cancel();
        }
        finally
        {
            _owned?.Dispose();
        }
    }

    internal static ILogger LoggerOf(ILoggerFactory? loggerFactory) => loggerFactory?.CreateLogger(Product.Name) ?? NullLogger.Instance;

    private async Task<TResult> SendAsync<T, TResult>(Call call, AnswerReader<T, TResult> reader)
        where T : class
        where TResult : class
    {
        var activity = Report.Started(call);
        AttemptOutcome<TResult> outcome;
        try
        {
            outcome = await _attempt.RunAsync(call, reader).ConfigureAwait(false);
            if (outcome.Failure is { } first && RetryRules.IsRetryable(call.Operation, first))
            {
                outcome = await RetryAsync(call, outcome, reader).ConfigureAwait(false);
            }
        }
        catch
        {
            // The caller's cancellation, or an exception of the caller's own key provider.
            var end = call.CancellationToken.IsCancellationRequested ? Report.Canceled : Report.Error;
            Report.Failed(_logger, call, activity, end, failure: null);
            throw;
        }

        if (outcome.IsSuccess)
        {
            _retryBudget.GiveBack();
            Report.Succeeded(_logger, call, activity);
            return outcome.Value;
        }

        Report.Failed(_logger, call, activity, outcome.Failure.Outcome, outcome.Failure);
        throw ExceptionOf(call, outcome.Failure);
    }

    /// <summary>Apart from its caller, so that a call that succeeds at once makes no closure.</summary>
    private async ValueTask<AttemptOutcome<TResult>> RetryAsync<T, TResult>(
        Call call,
        AttemptOutcome<TResult> first,
        AnswerReader<T, TResult> reader
    )
        where T : class
        where TResult : class
    {
        try
        {
            var last = await _retryLoop
                .Value.ContinueAsync(call, first, again => _attempt.RunAsync(again, reader), _disposal.Token)
                .ConfigureAwait(false);
            if (!last.IsSuccess)
            {
                call.CancellationToken.ThrowIfCancellationRequested();
            }

            return last;
        }
        catch (OperationCanceledException) when (_disposal.IsCancellationRequested && !call.CancellationToken.IsCancellationRequested)
        {
            // Disposal interrupted the wait.
            return FailureReader.FromDisposal();
        }
        catch (OperationCanceledException)
        {
            // The wait knows the caller's token only joined with the client's.
            call.CancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    private static Exception ExceptionOf(Call call, Failure failure) =>
        failure.Kind == FailureKind.Disposed && !call.MayHaveBeenApplied
            ? new ObjectDisposedException(Product.ClientType.FullName)
            : ExceptionFactory.Create(call, failure);
}
