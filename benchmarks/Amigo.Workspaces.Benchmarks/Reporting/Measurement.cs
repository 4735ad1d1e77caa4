using Amigo.Workspaces.Benchmarks.Cases;
using Amigo.Workspaces.Benchmarks.Clients;
using BenchmarkDotNet.Reports;

namespace Amigo.Workspaces.Benchmarks.Reporting;

/// <summary>What one round measured of one client in one case, per call.</summary>
internal sealed record Measurement(int Round, string Case, ClientKind Client, double Nanoseconds, double Bytes)
{
    public static IEnumerable<Measurement> From(Summary summary, int round) =>
        summary
            .Reports.Where(report => report.ResultStatistics is not null)
            .Select(report => new Measurement(
                round,
                NameOf(report),
                (ClientKind)report.BenchmarkCase.Parameters[nameof(MemoryCases.Client)],
                report.ResultStatistics!.Median,
                report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0
            ));

    private static string NameOf(BenchmarkReport report)
    {
        var suspends = report.BenchmarkCase.Parameters.Items.Any(item => item.Name == nameof(MemoryCases.Suspends) && item.Value is true);
        var name = report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
        return suspends ? name + ", suspending" : name;
    }
}
