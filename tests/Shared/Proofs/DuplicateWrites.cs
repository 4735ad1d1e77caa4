using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace WorkspaceClients.Tests.Proofs;

/// <summary>Sends every write of a client through random faults, over real connections that are warm, and counts at the service.</summary>
/// <remarks>
/// Two environment variables change it: <c>DUPLICATE_WRITE_RUNS</c> says how many runs of each client, 1,000 unless set and 10,000 for a long
/// proof; <c>DUPLICATE_WRITE_SEED</c> draws the same runs again.
/// </remarks>
public sealed class DuplicateWrites(Subject subject) : IAsyncDisposable
{
    public const string WarmUpPath = "/warm-up";

    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);

    private const int DefaultRuns = 1_000;
    private const int WarmConnections = 8;

    private readonly ManualTimeProvider _clock = new();
    private readonly int _seed = Setting("DUPLICATE_WRITE_SEED") ?? Random.Shared.Next();
    private readonly Dictionary<string, int> _endings = [];
    private readonly List<HttpClient> _connections = [];
    private WriteService _service = null!;

    /// <summary>Fails when a write was applied twice, was sent more often than there were attempts, or was told to be not applied and was.</summary>
    public async Task PlayAsync()
    {
        _service = await WriteService.StartAsync(_clock);
        var random = new Random(_seed);
        var paths = (
            from version in new[] { HttpVersion.Version11, HttpVersion.Version20 }
            from handler in HostHandler.All
            select (Version: version, Handler: handler, Http: Connect(version, handler.Around(new SocketsHttpHandler { UseProxy = false })))
        ).ToArray();
        var writes = subject.Operations.Where(operation => operation.IsWrite).ToArray();

        for (var run = 0; run < (Setting("DUPLICATE_WRITE_RUNS") ?? DefaultRuns); run++)
        {
            var (version, handler, http) = paths[random.Next(paths.Length)];
            var write = writes[random.Next(writes.Length)];
            var faults = Enumerable.Range(0, random.Next(1, 5)).Select(_ => WriteFault.All[random.Next(WriteFault.All.Count)]).ToList();
            var maxRetries = random.Next(4);
            var scene =
                $"run {run} of DUPLICATE_WRITE_SEED={_seed}: {write.Id}, {maxRetries} retries, HTTP/{version}, {handler.Name}, {string.Join(", ", faults)}";

            await WarmUpAsync(http, version);
            _service.Begin(write.Answer, faults);
            var ending = await SendAsync(http, version, write, maxRetries, scene);
            _endings[ending] = _endings.GetValueOrDefault(ending) + 1;
        }

        _endings
            .Keys.Should()
            .BeEquivalentTo(["succeeded", "unknown", "not applied"], "the faults should lead to every ending (seed {0})", _seed);
    }

    public async ValueTask DisposeAsync()
    {
        _connections.ForEach(http => http.Dispose());
        await _service.DisposeAsync();
    }

    private async Task<string> SendAsync(HttpClient http, Version version, ProvenOperation write, int maxRetries, string scene)
    {
        var options = new ProvenOptions(_clock)
        {
            BaseDelay = TimeSpan.Zero,
            AttemptTimeout = AttemptTimeout,
            TotalTimeout = TimeSpan.FromHours(1),
        };
        using var client = subject.CreateClient(http, _service.AddressOf(version), options);
        var failure = await Record.ExceptionAsync(() => client.CallAsync(write, maxRetries, TestContext.Current.CancellationToken));
        var told = failure is null ? null : subject.Read(failure) ?? throw new InvalidOperationException(scene, failure);

        var attempts = told?.Attempts ?? maxRetries + 1;
        attempts.Should().BeLessThanOrEqualTo(maxRetries + 1, scene);
        _service.Deliveries.Should().BeLessThanOrEqualTo(attempts, scene);
        _service.Applied.Should().BeLessThanOrEqualTo(write.MayRepeat ? attempts : 1, scene);
        if (told is null)
        {
            _service.Applied.Should().BePositive(scene);
            return "succeeded";
        }

        if (!told.MayHaveBeenApplied)
        {
            _service.Applied.Should().Be(0, $"{failure!.Message} ({scene})");
        }

        return told.MayHaveBeenApplied ? "unknown" : "not applied";
    }

    private HttpClient Connect(Version version, HttpMessageHandler handler)
    {
        var http = new HttpClient(handler)
        {
            DefaultRequestVersion = version,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        _connections.Add(http);
        return http;
    }

    /// <summary>Leaves open connections in the pool, each of which a fault may then break.</summary>
    private Task<byte[][]> WarmUpAsync(HttpClient http, Version version) =>
        Task.WhenAll(
            Enumerable
                .Range(0, version == HttpVersion.Version11 ? WarmConnections : 1)
                .Select(_ => http.GetByteArrayAsync(new Uri(_service.AddressOf(version), WarmUpPath)))
        );

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>What a host puts between a client and its connections.</summary>
    private sealed record HostHandler(string Name, Func<HttpMessageHandler, HttpMessageHandler> Around)
    {
        public static IReadOnlyList<HostHandler> All { get; } =
        [
            new("no handler", connection => connection),
            new("a handler that passes on", connection => new Passing(connection)),
            new("a handler that fails after every other answer", connection => new Failing(connection)),
        ];

        private sealed class Passing(HttpMessageHandler connection) : DelegatingHandler(connection);

        /// <summary>Such as one that writes each answer to an audit service, which refuses the connection.</summary>
        private sealed class Failing(HttpMessageHandler connection) : DelegatingHandler(connection)
        {
            private int _answers;

            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (request.RequestUri!.AbsolutePath == WarmUpPath || Interlocked.Increment(ref _answers) % 2 == 0)
                {
                    return response;
                }

                response.Dispose();
                throw new HttpRequestException(
                    HttpRequestError.ConnectionError,
                    null,
                    new SocketException((int)SocketError.ConnectionRefused)
                );
            }
        }
    }
}
