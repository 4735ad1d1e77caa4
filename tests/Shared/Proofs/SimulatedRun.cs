namespace WorkspaceClients.Tests.Proofs;

/// <summary>A client, its network and its service in one process. One seed decides what happens, and in which order.</summary>
public sealed class SimulatedRun : HttpMessageHandler
{
    private const int Steps = 40;
    private const int MaxCalls = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Subject _subject;
    private readonly Random _random;
    private readonly object _changed = new();
    private readonly SimulatedClock _clock;
    private readonly List<SimulatedCall> _calls = [];
    private readonly Dictionary<int, DateTimeOffset> _holds = [];
    private readonly List<string> _events = [];
    private readonly bool _hasProvider;
    private readonly ProvenClient _client;
    private ProvenOptions _options;
    private int _key = 1;
    private bool _isDisposed;
    private volatile string? _problem;

    private SimulatedRun(Subject subject, int seed)
    {
        _subject = subject;
        _clock = new SimulatedClock(Changed);
        _random = new Random(seed);
        _hasProvider = _random.Next(3) == 0;
        _options = NextOptions();
        _client = subject.CreateClient(this, _options);
    }

    /// <returns>
    /// The promise that was broken, with what happened before; <see langword="null" /> when all were kept. And how the calls ended.
    /// </returns>
    public static (string? Broken, IReadOnlyList<string> Endings) Play(Subject subject, int seed)
    {
        using var run = new SimulatedRun(subject, seed);
        run.Play();
        return run._problem is { } problem
            ? ($"{problem}\n  {string.Join("\n  ", run._events)}", [])
            : (null, run._calls.ConvertAll(call => call.Ending(subject)));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = SimulatedCall.Current!;
        var delivery = new SimulatedDelivery(call, request, cancellationToken);
        var now = _clock.GetUtcNow();
        Note($"{call.Operation.Id} is delivered with key {delivery.Key}");
        Require(!call.IsCancelled, "sent after its cancellation", call);
        Require(!_isDisposed, "sent after disposal", call);
        Require(delivery.Key >= (_hasProvider ? call.NewestKey : _key), "sent with an old key", call);
        Require(
            !_holds.TryGetValue(delivery.Key, out var until) || until <= now || until >= call.Deadline,
            "sent while its key was held back",
            call
        );
        call.Add(delivery);
        Changed();
        return delivery.Answer;
    }

    protected override void Dispose(bool disposing)
    {
        _client.Dispose();
        _calls.ForEach(call => call.Dispose());
        base.Dispose(disposing);
    }

    private void Play()
    {
        for (var step = 0; step < Steps && _problem is null; step++)
        {
            Step();
            Settle();
        }

        while (_problem is null && _calls.Exists(call => !call.Task.IsCompleted))
        {
            Require(_clock.EndNext(), "waits for nothing", _calls.Find(call => !call.Task.IsCompleted)!);
            Settle();
        }

        foreach (var call in _calls)
        {
            if (call.Problem(_subject, _isDisposed) is { } problem)
            {
                Require(kept: false, problem, call);
            }
        }
    }

    private void Step()
    {
        switch (_random.Next(100))
        {
            case < 25 when _calls.Count < MaxCalls:
                StartCall();
                break;
            case < 60 when Choose(call => call.Open is not null) is { } call:
                End(call.Open!);
                break;
            case < 75:
                Note("time passes");
                _clock.EndNext();
                break;
            case < 79 when Choose(call => !call.Task.IsCompleted) is { } call:
                Note($"{call.Operation.Id} is cancelled");
                call.Cancel();
                break;
            case < 85:
                _key++;
                Use(_options with { Key = KeyText(_key) });
                break;
            case < 88:
                Use(NextOptions());
                break;
            case < 98 when Choose(call => call.KeyRequest is not null) is { } call:
                GiveKey(call.KeyRequest!);
                break;
            case 99 when _random.Next(3) == 0:
                Note("the client is disposed of");
                _isDisposed = true;
                _client.Dispose();
                break;
        }
    }

    private void StartCall()
    {
        var operation = _subject.Operations[_random.Next(_subject.Operations.Count)];
        var maxRetries = _random.Next(4);
        var call = new SimulatedCall(operation, maxRetries, _clock.GetUtcNow() + _options.TotalTimeout, new Random(_random.Next()));
        Note($"{operation.Id} begins, with at most {maxRetries} retries");
        _calls.Add(call);
        call.Start(_client, _clock);
        _ = call.Task.ContinueWith(
            _ => Changed(),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }

    private void End(SimulatedDelivery delivery)
    {
        var possible = AttemptEndings.All.Where(delivery.CanEnd).ToList();
        if (possible.Count == 0)
        {
            return;
        }

        // One in four goes well.
        var ending = _random.Next(4) == 0 ? AttemptEndings.All[0] : possible[_random.Next(possible.Count)];
        Note($"{delivery.Call.Operation.Id}: {ending}");
        if (ending is { Kind: "RateLimit", RetryAfter: { } asked })
        {
            var until = _clock.GetUtcNow() + (asked < ProvenOptions.MaxDelay ? asked : ProvenOptions.MaxDelay);
            var known = _holds.GetValueOrDefault(delivery.Key);
            _holds[delivery.Key] = until > known ? until : known;
        }

        delivery.End(ending);
    }

    private void Use(ProvenOptions options)
    {
        Note($"new options: {options.Key}, {options.AttemptTimeout} of {options.TotalTimeout}");
        _options = options;
        _client.Use(options);
    }

    private ProvenOptions NextOptions() =>
        new(_clock)
        {
            Key = KeyText(_key),
            KeyProvider = _hasProvider ? ProvideAsync : null,
            AttemptTimeout = TimeSpan.FromSeconds(_random.Next(1, 6)),
            TotalTimeout = TimeSpan.FromSeconds(_random.Next(1, 20)),
        };

    private async ValueTask<string> ProvideAsync(CancellationToken cancellationToken)
    {
        var call = SimulatedCall.Current!;
        call.NewestKey = _key;
        if (call.Random.Next(2) == 0)
        {
            return KeyText(_key);
        }

        var request = new SimulatedKeyRequest(cancellationToken);
        call.Add(request);
        Changed();
        return await request.Answer.ConfigureAwait(false);
    }

    private void GiveKey(SimulatedKeyRequest request)
    {
        if (_random.Next(10) == 0)
        {
            Note("the key provider fails");
            request.Fail();
        }
        else
        {
            Note("the key provider answers");
            request.Give(KeyText(_key));
        }
    }

    private SimulatedCall? Choose(Predicate<SimulatedCall> matches)
    {
        var chosen = _calls.FindAll(matches);
        return chosen.Count == 0 ? null : chosen[_random.Next(chosen.Count)];
    }

    /// <summary>Lets everything happen that needs no more than what has happened. Some of it the client leaves to other threads.</summary>
    private void Settle()
    {
        lock (_changed)
        {
            while (_calls.Find(call => !IsSettled(call)) is { } call)
            {
                if (!Monitor.Wait(_changed, Patience))
                {
                    Require(kept: false, "hangs", call);
                    return;
                }
            }
        }
    }

    private void Changed()
    {
        lock (_changed)
        {
            Monitor.Pulse(_changed);
        }
    }

    private bool IsSettled(SimulatedCall call) =>
        call.Task.IsCompleted
        || (!call.IsCancelled && !_isDisposed && (call.Open is not null || call.KeyRequest is not null || _clock.IsWaiting(call)));

    private void Require(bool kept, string problem, SimulatedCall call)
    {
        if (!kept)
        {
            _problem ??= $"{call.Operation.Id} {problem}";
            Note($"{call.Operation.Id} {problem}: {call.Task.Exception?.InnerException?.ToString() ?? call.Task.Status.ToString()}");
        }
    }

    private void Note(string happened)
    {
        lock (_events)
        {
            _events.Add($"{_clock.GetUtcNow():mm:ss} {happened}");
        }
    }

    private static string KeyText(int number) => $"key-number-{number}";
}
