using System.Globalization;
using Amigo.Workspaces.Benchmarks;
using Amigo.Workspaces.Benchmarks.Cases;
using Amigo.Workspaces.Benchmarks.Reporting;
using Amigo.Workspaces.Benchmarks.Service;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

// quick [cases]                half a minute's comparison with the tuned raw client
// serve <milliseconds>         the service that the loopback cases call, until its input ends
// report <folder> <rounds>     everything, several times over, written into <folder>/performance.md and performance.svg
switch (args)
{
    case ["quick", .. var names]:
        return Quick.Run(names);
    case ["serve", var latency]:
        await LoopbackService.RunAsync(TimeSpan.FromMilliseconds(int.Parse(latency, CultureInfo.InvariantCulture)));
        return 0;
    case ["report", var folder, var rounds] when int.TryParse(rounds, out var count) && count > 0:
        await MeasureAsync(folder, count);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: quick [cases] | serve <milliseconds> | report <folder> <rounds>");
        return 2;
}

static async Task MeasureAsync(string folder, int rounds)
{
    using var near = await ServiceProcess.StartAsync(TimeSpan.Zero);
    using var distant = await ServiceProcess.StartAsync(DistantCases.Latency);
    LoopbackCases.Address = near.Address;
    DistantCases.Address = distant.Address;

    // In this process: to build and start another for each of many cases would take most of the time.
    var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithIterationTime(TimeInterval.FromMilliseconds(100));
    Type[] cases = [typeof(MemoryCases), typeof(LoopbackCases), typeof(DistantCases), typeof(DistantReadAheadCases)];

    // Until the runtime has compiled everything for good, who comes first is slow: the first pass is not counted.
    BenchmarkRunner.Run(cases, Config(job.WithWarmupCount(2).WithIterationCount(2)));

    // Whole rounds, so that a time when the machine is busy with something else falls on all clients alike.
    var config = Config(job.WithWarmupCount(4).WithIterationCount(8));
    var measurements = new List<Measurement>();
    for (var round = 0; round < rounds; round++)
    {
        measurements.AddRange(BenchmarkRunner.Run(cases, config).SelectMany(summary => Measurement.From(summary, round)));
    }

    if (measurements.Count == 0)
    {
        throw new InvalidOperationException("Nothing was measured.");
    }

    var results = Result.From(measurements);
    MarkdownReport.Write(Path.Combine(folder, "performance.md"), results, rounds);
    await File.WriteAllTextAsync(Path.Combine(folder, "performance.svg"), BarChart.Draw(results));
}

static ManualConfig Config(Job job) =>
    ManualConfig
        .CreateEmpty()
        .AddLogger(ConsoleLogger.Default)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"))
        .AddJob(job);
