using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Amigo.Workspaces.Benchmarks.Reporting;

/// <summary>Writes the results into the page, between its two marks, and leaves the words around them alone.</summary>
internal static class MarkdownReport
{
    private const string Begin = "<!-- measured: begin -->";
    private const string End = "<!-- measured: end -->";

    public static void Write(string path, IReadOnlyList<Result> results, int rounds)
    {
        var page = File.ReadAllText(path);
        var from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = page.IndexOf(End, StringComparison.Ordinal);
        if (from < Begin.Length || to < from)
        {
            throw new InvalidOperationException($"{path} does not hold the marks {Begin} and {End}.");
        }

        File.WriteAllText(path, page[..from] + "\n\n" + Measured(results, rounds) + "\n" + page[to..]);
    }

    private static string Measured(IReadOnlyList<Result> results, int rounds)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Measured on {DateTime.UtcNow:yyyy-MM-dd}, {RuntimeInformation.FrameworkDescription}, ");
        text.Append(CultureInfo.InvariantCulture, $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, ");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, {rounds} round(s).");
        text.AppendLine();
        text.AppendLine("| Case | Client | Time per call | to raw | Bytes per call | to raw |");
        text.AppendLine("|---|---|--:|--:|--:|--:|");
        foreach (var result in results.OrderBy(each => FirstOf(results, each.Case)).ThenBy(each => each.Client))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {result.Case} | {result.Client} | {Time(result.Nanoseconds)} | {Ratio(result.TimeRatio)} "
            );
            text.AppendLine(CultureInfo.InvariantCulture, $"| {result.Bytes:N0} | {Ratio(result.BytesRatio)} |");
        }

        return text.ToString();
    }

    private static int FirstOf(IReadOnlyList<Result> results, string name) => results.TakeWhile(each => each.Case != name).Count();

    private static string Time(double nanoseconds) =>
        nanoseconds >= 1_000_000
            ? (nanoseconds / 1_000_000).ToString("N1", CultureInfo.InvariantCulture) + " ms"
            : (nanoseconds / 1_000).ToString("N2", CultureInfo.InvariantCulture) + " µs";

    private static string Ratio(double? ratio) => ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";
}
