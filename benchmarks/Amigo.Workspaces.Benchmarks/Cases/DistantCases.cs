using Amigo.Workspaces.Benchmarks.Clients;
using BenchmarkDotNet.Attributes;

namespace Amigo.Workspaces.Benchmarks.Cases;

/// <summary>Everything listed from a service that takes 20 ms for each answer: what reading ahead gains.</summary>
[WarmupCount(1), IterationCount(2), InvocationCount(1, 1)]
public class DistantCases
{
    internal static Uri Address { get; set; } = null!;

    public static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(20);

    private Contender _client = null!;

    [Params(ClientKind.Raw, ClientKind.Ours, ClientKind.NSwag, ClientKind.RestEase, ClientKind.Kiota)]
    public ClientKind Client { get; set; }

    [GlobalSetup]
    public void SetUp() => _client = Contender.Create(Client, Address, null);

    [Benchmark(Description = "list 10,000, 20 ms away")]
    public Task<int> CountAllAsync() => _client.CountAllAsync();
}

/// <summary>The same with reading ahead, which only our client has.</summary>
[WarmupCount(1), IterationCount(2), InvocationCount(1, 1)]
public class DistantReadAheadCases
{
    private Contender _client = null!;

    [Params(ClientKind.Ours)]
    public ClientKind Client { get; set; }

    [GlobalSetup]
    public void SetUp() => _client = Contender.Create(Client, DistantCases.Address, null);

    [Benchmark(Description = "list 10,000, 20 ms away, ReadAhead 1")]
    public Task<int> CountAllOneAheadAsync() => _client.CountAllAsync(readAhead: 1);

    [Benchmark(Description = "list 10,000, 20 ms away, ReadAhead 8")]
    public Task<int> CountAllEightAheadAsync() => _client.CountAllAsync(readAhead: 8);
}
