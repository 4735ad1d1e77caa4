using Amigo.Workspaces.Benchmarks.Clients;

namespace Amigo.Workspaces.Benchmarks.Reporting;

/// <summary>One client in one case: the median over the rounds, also of the ratios to raw within each round.</summary>
internal sealed record Result(string Case, ClientKind Client, double Nanoseconds, double Bytes, double? TimeRatio, double? BytesRatio)
{
    public static IReadOnlyList<Result> From(IReadOnlyList<Measurement> measurements)
    {
        var raw = measurements.Where(each => each.Client == ClientKind.Raw).ToDictionary(each => (each.Case, each.Round));
        return
        [
            .. measurements
                .GroupBy(each => (each.Case, each.Client))
                .Select(group => new Result(
                    group.Key.Case,
                    group.Key.Client,
                    Median(group.Select(each => each.Nanoseconds))!.Value,
                    Median(group.Select(each => each.Bytes))!.Value,
                    Median(Ratios(group, each => each.Nanoseconds)),
                    Median(Ratios(group, each => each.Bytes))
                )),
        ];

        IEnumerable<double> Ratios(IEnumerable<Measurement> group, Func<Measurement, double> value) =>
            group.Where(each => raw.ContainsKey((each.Case, each.Round))).Select(each => value(each) / value(raw[(each.Case, each.Round)]));
    }

    private static double? Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
