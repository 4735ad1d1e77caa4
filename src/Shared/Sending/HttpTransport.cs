using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace WorkspaceClients.Sending;

/// <summary>Carries a call out: attempts it, tries again where the rules allow, and ends with a value or an exception.</summary>
internal sealed class HttpTransport : IDisposable
{
    private const string Canceled = "canceled";

    private readonly Func<HttpClient> _clients;
    private readonly Func<ClientSettings> _settings;
    private readonly IDisposable? _owned;
    private readonly ILogger _logger;
    private readonly RetryBudget _retryBudget = new();

    /// <summary>Made at the first failure: Polly's assembly and statics cost milliseconds, and most programs never need them.</summary>
    private readonly Lazy<Retrier> _retrier;

    private readonly CancellationTokenSource _disposed = new();

    private ApiKey? _lastProvidedKey;

    /// <param name="clients">Gives the client of an attempt.</param>
    /// <param name="settings">Gives the settings of a call.</param>
    /// <param name="logger">Where to log.</param>
    /// <param name="owned">What ends with this transport.</param>
    public HttpTransport(Func<HttpClient> clients, Func<ClientSettings> settings, ILogger logger, IDisposable? owned = null)
    {
        _clients = clients;
        _settings = settings;
        _owned = owned;
        _logger = logger;

        var timeProvider = settings().TimeProvider;
        _retrier = new Lazy<Retrier>(() => new Retrier(timeProvider, _retryBudget, _logger));
    }

    /// <summary>The host that calls go to.</summary>
    public string Host => _settings().Host;

    public static HttpTransport OnOwnConnections(ClientSettings settings, ILoggerFactory? loggerFactory)
    {
        var client = new HttpClient(Connection.CreateHandler());
        Connection.Configure(client);
        return new HttpTransport(() => client, () => settings, LoggerOf(loggerFactory), owned: client);
    }

    public static HttpTransport OnGivenConnections(HttpClient client, ClientSettings settings, ILoggerFactory? loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new HttpTransport(() => client, () => settings, LoggerOf(loggerFactory));
    }

    /// <summary>Makes a call.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="select">Makes the answer what the caller gets. Done here, because every further async method in a call's way costs it.</param>
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
        OptionsRules.Check(options);
        var call = new Call(request.Operation, request.Path, request.Body, options, _settings(), cancellationToken);
        return SendAsync(call, request.AnswerType, select);
    }

    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed.IsCancellationRequested, Product.ClientType);

    public void Dispose()
    {
        _disposed.Cancel();
        _owned?.Dispose();
    }

    internal static ILogger LoggerOf(ILoggerFactory? loggerFactory) => loggerFactory?.CreateLogger(Product.Name) ?? NullLogger.Instance;

    private async Task<TResult> SendAsync<T, TResult>(Call call, JsonTypeInfo<T> type, Func<Answer<T>, TResult> select)
        where T : class
        where TResult : class
    {
        var activity = OperationTelemetry.Start(call);
        TResult? result = null;
        try
        {
            result = await AttemptAsync(call, type, select).ConfigureAwait(false);
            if (result is null && RetryRules.IsRetryable(call.Operation, call.Failure!))
            {
                result = await RetryAsync(call, type, select).ConfigureAwait(false);
            }
        }
        catch
        {
            // The caller's cancellation, or an exception of the caller's own key provider.
            Ended(call, activity, call.CancellationToken.IsCancellationRequested ? Canceled : "error", failure: null);
            throw;
        }

        if (result is not null)
        {
            Succeeded(call, activity);
            return result;
        }

        Ended(call, activity, call.Failure!.Outcome, call.Failure);
        throw ExceptionFactory.Create(call, call.Failure);
    }

    /// <summary>Apart from its caller, so that a call that succeeds at once makes no closure.</summary>
    private async ValueTask<TResult?> RetryAsync<T, TResult>(Call call, JsonTypeInfo<T> type, Func<Answer<T>, TResult> select)
        where T : class
        where TResult : class
    {
        TResult? result = null;
        try
        {
            result = await _retrier
                .Value.RetryAsync(call, again => AttemptAsync(again, type, select), _disposed.Token)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // A wait that the client's end cut short. The caller's own cancellation goes on as it is.
            call.CancellationToken.ThrowIfCancellationRequested();
            ThrowIfDisposed();
            throw;
        }

        if (result is null)
        {
            call.CancellationToken.ThrowIfCancellationRequested();
        }

        return result;
    }

    /// <summary>One exchange. What its answer was made, or <see langword="null" /> when it failed and the call knows how.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TResult?> AttemptAsync<T, TResult>(Call call, JsonTypeInfo<T> type, Func<Answer<T>, TResult> select)
        where T : class
        where TResult : class
    {
        // Also before a retry: the client may have been disposed of during the wait.
        ThrowIfDisposed();
        using var timer = call.BeginAttempt();
        using var body = new ResponseBody();
        HttpClient? client = null;
        ApiKey? key = null;
        HttpResponseMessage? response = null;
        try
        {
            key = KnownKey(call) ?? await AskForKeyAsync(call.Settings.ApiKeyProvider!, timer.Token).ConfigureAwait(false);
            client = _clients();
            using var request = CreateRequest(call, key, client);

            timer.Token.ThrowIfCancellationRequested();
            call.MayHaveSent = true;
            response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timer.Token).ConfigureAwait(false);

            var headers = call.HeadersArrived(response, key);
            if (!IsFromTheAddressAsked(response, call))
            {
                call.Fail(FailureReader.Unreadable(response.StatusCode, headers, "another address answered: redirects must be off", key));
                return null;
            }

            if (!response.IsSuccessStatusCode)
            {
                await ReadBestEffortAsync(body, response.Content, call, timer.Token).ConfigureAwait(false);
                call.Fail(FailureReader.FromStatus(response.StatusCode, headers, body.Memory, key, call.Settings.TimeProvider));
                return null;
            }

            await body.ReadAsync(response.Content, timer.Token).ConfigureAwait(false);
            var problem = "its body is over 16 MB";
            if (!body.IsTooLarge && ResponseReader.Read(body.Span, type, out problem) is { } value)
            {
                return select(new Answer<T>(value, response.StatusCode, call.Attempts, headers));
            }

            call.Fail(FailureReader.Unreadable(response.StatusCode, headers, problem, key));
            return null;
        }
        catch (Exception exception) when (call.MayHaveSent || timer.Token.IsCancellationRequested)
        {
            call.Fail(Understand(exception, call, timer, client, key) with { RequestId = call.Headers?.RequestId });
            return null;
        }
        finally
        {
            response?.Dispose();
        }
    }

    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed of meanwhile.</exception>
    private Failure Understand(Exception exception, Call call, AttemptTimer timer, HttpClient? client, ApiKey? key)
    {
        call.CancellationToken.ThrowIfCancellationRequested();
        if (timer.Token.IsCancellationRequested)
        {
            return FailureReader.FromTimeout(call);
        }

        ThrowIfDisposed();
        return call.Headers is null
            ? FailureReader.FromException(exception, client!, key!)
            : FailureReader.FromBrokenBody(exception, client!, key!);
    }

    private static ApiKey? KnownKey(Call call) =>
        call.Options?.ApiKey is { } own ? new ApiKey(own)
        : call.Settings.ApiKeyProvider is null ? call.Settings.ApiKey
        : null;

    private async ValueTask<ApiKey> AskForKeyAsync(Func<CancellationToken, ValueTask<string>> provider, CancellationToken cancellationToken)
    {
        // A provider that ignores the token must not outlast the limit.
        var value = await provider(cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        if (value is null || !OptionsRules.IsKey(value))
        {
            throw new InvalidOperationException($"What {Product.OptionsName}.ApiKeyProvider returned {OptionsRules.KeyRule}.");
        }

        var last = _lastProvidedKey;
        return last?.Is(value) == true ? last : _lastProvidedKey = new ApiKey(value);
    }

    private static HttpRequestMessage CreateRequest(Call call, ApiKey key, HttpClient client)
    {
        var request = new HttpRequestMessage(call.Operation.Method, call.Address);
        Platform.UseVersionOf(client, request);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", call.Settings.UserAgent);
        request.Headers.TryAddWithoutValidation("Authorization", key.Authorization);

        if (call.Options?.Headers is { } headers)
        {
            foreach (var (name, value) in headers)
            {
                request.Headers.Remove(name);
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (call.Body is not null)
        {
            request.Content = new ByteArrayContent(call.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }
        else if (call.Operation.IsWrite)
        {
            // The platform's own handler sends a request without a body again when a connection breaks early.
            request.Content = new ByteArrayContent([]);
        }

        return request;
    }

    /// <summary>A handler that follows redirects leaves the last address in the request.</summary>
    private static bool IsFromTheAddressAsked(HttpResponseMessage response, Call call) =>
        response.RequestMessage?.RequestUri is not { } answered || ReferenceEquals(answered, call.Address) || answered == call.Address;

    /// <summary>A body that stalls or breaks off never hides the status: what has arrived has to do.</summary>
    private static async ValueTask ReadBestEffortAsync(
        ResponseBody body,
        HttpContent content,
        Call call,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await body.ReadAsync(content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!call.CancellationToken.IsCancellationRequested) { }
    }

    private void Succeeded(Call call, Activity? activity)
    {
        _retryBudget.GiveBack();
        OperationTelemetry.Stop(call, activity, "success", (int)call.StatusCode, succeeded: true);
        if (_logger.IsEnabled(LogLevel.Debug))
        {
            Log.Succeeded(_logger, call.Operation.Id, call.Attempts, call.Elapsed.TotalMilliseconds, call.Headers?.RequestId);
        }
    }

    /// <param name="call">The call.</param>
    /// <param name="activity">Its activity.</param>
    /// <param name="outcome">How it ended, in one word.</param>
    /// <param name="failure">The failure that ended it; <see langword="null" /> when something else did.</param>
    private void Ended(Call call, Activity? activity, string outcome, Failure? failure)
    {
        var hasStatus = failure?.Kind is FailureKind.Status or FailureKind.Unreadable;
        OperationTelemetry.Stop(call, activity, outcome, hasStatus ? (int)failure!.StatusCode : null, succeeded: false);
        Log.Failed(
            _logger,
            // A caller that gave up knows that it did.
            string.Equals(outcome, Canceled, StringComparison.Ordinal)
                ? LogLevel.Debug
                : LogLevel.Warning,
            call.Operation.Id,
            outcome,
            call.Attempts,
            call.Elapsed.TotalMilliseconds,
            failure?.RequestId,
            call.MayHaveBeenApplied
        );
    }
}
