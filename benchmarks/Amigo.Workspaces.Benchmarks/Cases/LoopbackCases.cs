using Amigo.Workspaces.Benchmarks.Clients;
using Amigo.Workspaces.Benchmarks.Service;
using BenchmarkDotNet.Attributes;

namespace Amigo.Workspaces.Benchmarks.Cases;

/// <summary>Over real HTTP on loopback, to a service in another process.</summary>
public class LoopbackCases
{
    private static readonly Guid WorkspaceId = new("0b0f7a2e-6a4b-4c9d-9a53-000000000001");

    internal static Uri Address { get; set; } = null!;

    private readonly Task[] _calls = new Task[32];
    private Contender _client = null!;

    [Params(ClientKind.Raw, ClientKind.Ours, ClientKind.NSwag, ClientKind.RestEase, ClientKind.Kiota)]
    public ClientKind Client { get; set; }

    [GlobalSetup]
    public void SetUp() => _client = Contender.Create(Client, Address, null);

    [Benchmark(Description = "loopback get")]
    public Task GetAsync() => _client.GetAsync(WorkspaceId);

    [Benchmark(Description = "loopback page of 100")]
    public Task ListPageAsync() => _client.ListPageAsync(Answers.PageSize);

    [Benchmark(Description = "loopback get, 32 at once", OperationsPerInvoke = 32)]
    public Task GetManyAsync()
    {
        for (var i = 0; i < _calls.Length; i++)
        {
            _calls[i] = _client.GetAsync(WorkspaceId);
        }

        return Task.WhenAll(_calls);
    }

    [Benchmark(Description = "loopback page of 100, 32 at once", OperationsPerInvoke = 32)]
    public Task ListManyPagesAsync()
    {
        for (var i = 0; i < _calls.Length; i++)
        {
            _calls[i] = _client.ListPageAsync(Answers.PageSize);
        }

        return Task.WhenAll(_calls);
    }
}
