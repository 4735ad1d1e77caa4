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

// quick [operation] [ours]     a minute's comparison, for who tunes
// serve <milliseconds>         the service that the loopback cases call, until its input ends
// report <folder> <rounds>     everything, several times over, written into <folder>/performance.md and performance.svg
switch (args)
{
    case ["quick", .. var rest]:
        await Quick.RunAsync(rest.FirstOrDefault() ?? "", rest.Contains("ours"));
        return 0;
    case ["serve", var latency]:
        await LoopbackService.RunAsync(TimeSpan.FromMilliseconds(int.Parse(latency, CultureInfo.InvariantCulture)));
        return 0;
    case ["report", var folder, var rounds] when int.TryParse(rounds, out var count) && count > 0:
        await MeasureAsync(folder, count);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: quick [operation] [ours] | serve <milliseconds> | report <folder> <rounds>");
        return 2;
}

static async Task MeasureAsync(string folder, int rounds)
{
    using var near = await ServiceProcess.StartAsync(TimeSpan.Zero);
    using var distant = await ServiceProcess.StartAsync(DistantCases.Latency);
    LoopbackCases.Address = near.Address;
    DistantCases.Address = distant.Address;

    // In this process: to build and start another for each of many cases would take most of the time.
    var config = ManualConfig
        .CreateEmpty()
        .AddLogger(ConsoleLogger.Default)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"))
        .AddJob(
            Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                .WithWarmupCount(4)
                .WithIterationCount(8)
                .WithIterationTime(TimeInterval.FromMilliseconds(100))
        );

    // Whole rounds, so that a time when the machine is busy with something else falls on all clients alike.
    var measurements = new List<Measurement>();
    for (var round = 0; round < rounds; round++)
    {
        Type[] cases = [typeof(MemoryCases), typeof(LoopbackCases), typeof(DistantCases), typeof(DistantReadAheadCases)];
        var summaries = BenchmarkRunner.Run(cases, config);
        measurements.AddRange(summaries.SelectMany(summary => Measurement.From(summary, round)));
    }

    if (measurements.Count == 0)
    {
        throw new InvalidOperationException("Nothing was measured.");
    }

    var results = Result.From(measurements);
    MarkdownReport.Write(Path.Combine(folder, "performance.md"), results, rounds);
    await File.WriteAllTextAsync(Path.Combine(folder, "performance.svg"), BarChart.Draw(results));
}
