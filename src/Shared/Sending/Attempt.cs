using System.Net;
using System.Runtime.CompilerServices;

namespace WorkspaceClients.Sending;

/// <summary>Makes one attempt of a call: limit, key, request, answer. However it ends, it ends with a value or a failure.</summary>
/// <param name="connections">Gives the connections of an attempt.</param>
/// <param name="settings">Gives the settings of the moment, for the key.</param>
/// <param name="connectsAlone">Whether no handler of the host stands between the client and its connections.</param>
/// <param name="rateGate">Holds attempts back that the service would refuse.</param>
/// <param name="disposal">Interrupts an attempt when the client's own connections end.</param>
internal sealed class Attempt(
    Func<HttpMessageInvoker> connections,
    Func<ClientSettings> settings,
    bool connectsAlone,
    RateGate rateGate,
    CancellationToken disposal
)
{
    private readonly KeySource _keys = new(settings);

    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <remarks>An exception of the caller's own key provider passes as it is, unless an earlier attempt left its outcome unknown.</remarks>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<AttemptOutcome<TResult>> RunAsync<T, TResult>(Call call, AnswerReader<T, TResult> reader)
        where T : class
        where TResult : class
    {
        call.BeginAttempt();
        var progress = new AttemptProgress();
        using var limit = AttemptLimit.Start(call.NextLimit(), call.Settings.TimeProvider, call.CancellationToken, disposal);
        Task<HttpResponseMessage>? sending = null;
        try
        {
            limit.Token.ThrowIfCancellationRequested();
            var key = await _keys.FindAsync(call, limit.Token).ConfigureAwait(false);
            // Asked again after each wait: meanwhile another call may have been told to wait longer.
            while (rateGate.WaitFor(call, key) is { } wait)
            {
                key = await HoldBackAsync(call, wait, limit).ConfigureAwait(false);
            }

            call.Uses(key);
            progress.HasKey = true;
            progress.Connections = connections();
            using var request = CreateRequest(call, key, progress.Connections);
            progress.Body = request.Content as RequestContent;
            if (connectsAlone && progress.Body is { } content && !Connection.ExpectsContinue(progress.Connections))
            {
                content.ReachConnection();
            }

            limit.Token.ThrowIfCancellationRequested();
            progress.IsSent = true;
            sending = Connection.SendAsync(progress.Connections, request, limit.Token);
            if (!sending.IsCompleted)
            {
                await ((Task)sending).WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await LeftBehind.LetEndAsync(sending, limit.Token).ConfigureAwait(false);
            }

            // HttpClient checks this too, but not every connection is one.
            using var response =
                await sending.ConfigureAwait(false) ?? throw new InvalidOperationException("A handler returned no response.");
            // On .NET Framework an answer of a host's handler may have no content at all.
            response.Content ??= new ByteArrayContent([]);
            progress.Response = response;
            using var body = ResponseBody.Take();
            await body.ReadAsync(response, limit.Token).ConfigureAwait(false);
            var outcome = Interpret(call, response, body, reader);
            if (outcome.Failure is { } failure)
            {
                rateGate.Learn(call, key, failure);
            }

            return outcome;
        }
        catch (Exception exception) when (progress.HasKey || IsOver(call, limit.Token))
        {
            return call.Failed(Understand(exception, call, progress, limit.Token));
        }
        finally
        {
            LeftBehind.Abandon(sending);
        }
    }

    /// <summary>Waits outside the attempt's own limit.</summary>
    /// <returns>The key, requested again: the wait may have been long.</returns>
    private async ValueTask<ApiKey> HoldBackAsync(Call call, TimeSpan wait, AttemptLimit limit)
    {
        limit.Pause();
        await rateGate.WaitAsync(call.Operation, wait, limit.Token).ConfigureAwait(false);
        limit.Restart(call.NextLimit());
        return await _keys.FindAsync(call, limit.Token).ConfigureAwait(false);
    }

    private static AttemptOutcome<TResult> Interpret<T, TResult>(
        Call call,
        HttpResponseMessage response,
        ResponseBody body,
        in AnswerReader<T, TResult> reader
    )
        where T : class
        where TResult : class
    {
        if (!IsFromTheAddressAsked(response, call))
        {
            return call.Failed(FailureReader.Unreadable(response, call.Secrets, "another address answered: redirects must be off"));
        }

        if (!response.IsSuccessStatusCode)
        {
            // Reading the body of an error ends quietly, also when the caller cancels.
            call.CancellationToken.ThrowIfCancellationRequested();
            return call.Failed(FailureReader.FromStatus(response, body.Memory, call));
        }

        if (body.IsTooLarge)
        {
            return call.Failed(FailureReader.Unreadable(response, call.Secrets, "its body is over 16 MB"));
        }

        if (ResponseReader.Read(body.Span, reader.Type, out var problem) is not { } value)
        {
            return call.Failed(
                ResponseReader.IsCutShort(body.Span, response)
                    ? FailureReader.CutShort(response, call.Secrets)
                    : FailureReader.Unreadable(response, call.Secrets, problem)
            );
        }

        if (reader.WorkspaceId is { } asked && AnswerRules.ProblemOf(value, asked) is { } other)
        {
            return call.Failed(FailureReader.Unreadable(response, call.Secrets, other));
        }

        call.Succeeded(response);
        return reader.Select(new Answer<T>(value, response, call.Attempts, call.Secrets));
    }

    private static bool IsOver(Call call, CancellationToken limit) => limit.IsCancellationRequested || call.MayHaveBeenApplied;

    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    private Failure Understand(Exception exception, Call call, AttemptProgress progress, CancellationToken limit)
    {
        call.CancellationToken.ThrowIfCancellationRequested();
        var failure =
            disposal.IsCancellationRequested ? FailureReader.FromDisposal()
            : limit.IsCancellationRequested ? FailureReader.FromTimeout(call)
            : !progress.HasKey ? call.LastFailure! with { Cause = call.Secrets.Redact(exception), IsFinal = true }
            : progress.Connections is null ? FailureReader.FromMissingClient(exception, call.Secrets)
            : progress.Response is null ? FailureReader.FromException(exception, progress.Connections, call.Secrets)
            : FailureReader.FromBrokenBody(exception, progress.Connections, call.Secrets);
        var requestId = progress.Response is { } response ? ResponseHeaders.Of(response, call.Secrets).RequestId : failure.RequestId;
        return failure with { MayHaveBeenSent = progress.MayHaveSent, RequestId = requestId };
    }

    private static HttpRequestMessage CreateRequest(Call call, ApiKey key, HttpMessageInvoker connections)
    {
        var request = call.NextMessage();
        Platform.UseVersionOf(connections, request);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", call.Settings.UserAgent);
        key.PutInto(request);
        Platform.SendWhole(request);
        foreach (var (name, value) in call.Headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <summary>A handler that follows redirects leaves the last address in the request.</summary>
    private static bool IsFromTheAddressAsked(HttpResponseMessage response, Call call) =>
        response.RequestMessage?.RequestUri is not { } answered || ReferenceEquals(answered, call.Address) || answered == call.Address;
}
