using Amigo.Workspaces.Benchmarks;
using Amigo.Workspaces.Benchmarks.Cases;
using Amigo.Workspaces.Benchmarks.Reporting;
using Amigo.Workspaces.Benchmarks.Service;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;

// quick [operation] [ours]     a minute's comparison, for who tunes
// report <folder> <rounds>     everything, several times over, written into <folder>/performance.md and performance.svg
switch (args)
{
    case ["quick", .. var rest]:
        await Quick.RunAsync(rest.FirstOrDefault() ?? "", rest.Contains("ours"));
        return 0;
    case ["report", var folder, var rounds] when int.TryParse(rounds, out var count) && count > 0:
        await MeasureAsync(folder, count);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: quick [operation] [ours] | report <folder> <rounds>");
        return 2;
}

static async Task MeasureAsync(string folder, int rounds)
{
    await using var near = await LoopbackService.StartAsync(TimeSpan.Zero);
    await using var distant = await LoopbackService.StartAsync(DistantCases.Latency);
    Environment.SetEnvironmentVariable(LoopbackCases.AddressVariable, near.Address.ToString());
    Environment.SetEnvironmentVariable(DistantCases.AddressVariable, distant.Address.ToString());

    var config = ManualConfig
        .CreateEmpty()
        .AddLogger(ConsoleLogger.Default)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"))
        .AddJob(Job.Default.WithWarmupCount(4).WithIterationCount(8).WithIterationTime(TimeInterval.FromMilliseconds(100)));

    // Whole rounds, so that a time when the machine is busy with something else falls on all clients alike.
    var measurements = new List<Measurement>();
    for (var round = 0; round < rounds; round++)
    {
        Type[] cases = [typeof(MemoryCases), typeof(LoopbackCases), typeof(DistantCases), typeof(DistantReadAheadCases)];
        var summaries = BenchmarkRunner.Run(cases, config);
        measurements.AddRange(summaries.SelectMany(summary => Measurement.From(summary, round)));
    }

    var results = Result.From(measurements);
    MarkdownReport.Write(Path.Combine(folder, "performance.md"), results, rounds);
    await File.WriteAllTextAsync(Path.Combine(folder, "performance.svg"), BarChart.Draw(results));
}
