using Amigo.Workspaces.Benchmarks.Clients;
using BenchmarkDotNet.Attributes;

namespace Amigo.Workspaces.Benchmarks.Cases;

/// <summary>The cases for BenchmarkDotNet, with its statistics, its profilers and its disassembler.</summary>
[MemoryDiagnoser, InProcess]
public class CaseBenchmarks
{
    private Func<Task> _call = null!;

    public static IEnumerable<string> Cases => MemoryCases.All.Select(each => each.Name);

    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = null!;

    [ParamsAllValues]
    public ClientKind Client { get; set; }

    [GlobalSetup]
    public void SetUp() => _call = MemoryCases.All.Single(each => each.Name == Case).With(Client);

    [Benchmark]
    public Task CallAsync() => _call();
}
