using System.Net;
using Amigo.Workspaces.Benchmarks.Clients;
using Amigo.Workspaces.Benchmarks.Service;
using BenchmarkDotNet.Attributes;

namespace Amigo.Workspaces.Benchmarks.Cases;

/// <summary>The cost of a client alone: the answer comes from memory, at once or after the handler was suspended.</summary>
public class MemoryCases
{
    private static readonly Uri Address = new("http://localhost/");
    private static readonly Guid WorkspaceId = new("0b0f7a2e-6a4b-4c9d-9a53-000000000001");

    private Contender _one = null!;
    private Contender _page = null!;
    private Contender _missing = null!;
    private Contender _all = null!;

    [Params(ClientKind.Raw, ClientKind.Ours, ClientKind.NSwag, ClientKind.RestEase, ClientKind.Kiota)]
    public ClientKind Client { get; set; }

    [Params(false, true)]
    public bool Suspends { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _one = Over(HttpStatusCode.OK, Answers.Workspace);
        _page = Over(HttpStatusCode.OK, Answers.FirstPage);
        _missing = Over(HttpStatusCode.NotFound, Answers.NotFound);
        _all = Over(HttpStatusCode.OK, Answers.AllPages);
    }

    [Benchmark(Description = "get")]
    public Task GetAsync() => _one.GetAsync(WorkspaceId);

    [Benchmark(Description = "page of 100")]
    public Task ListPageAsync() => _page.ListPageAsync(Answers.PageSize);

    [Benchmark(Description = "create")]
    public Task CreateAsync() => _one.CreateAsync("acme-clinic-000001", "Acme Clinic 000001");

    [Benchmark(Description = "404 to exception")]
    public async Task<Exception?> GetMissingAsync()
    {
        try
        {
            await _missing.GetAsync(WorkspaceId).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    [Benchmark(Description = "list 10,000")]
    public Task<int> CountAllAsync() => _all.CountAllAsync();

    private Contender Over(HttpStatusCode status, params byte[][] bodies) =>
        Contender.Create(Client, Address, new MemoryHandler(status, Suspends, bodies));
}
