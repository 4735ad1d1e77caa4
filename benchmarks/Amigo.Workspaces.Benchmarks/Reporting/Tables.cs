using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Amigo.Workspaces.Benchmarks.Clients;
using Amigo.Workspaces.Benchmarks.Measuring;

namespace Amigo.Workspaces.Benchmarks.Reporting;

/// <summary>The figures as Markdown.</summary>
internal static class Tables
{
    private static readonly ClientKind[] Peers = [.. Enum.GetValues<ClientKind>().Except([ClientKind.TunedRaw, ClientKind.Ours])];

    public static string NameOf(ClientKind kind) =>
        kind switch
        {
            ClientKind.TunedRaw => "Tuned raw",
            ClientKind.CarefulRaw => "Careful raw",
            _ => kind.ToString(),
        };

    public static string Machine() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Measured on {DateTime.UtcNow:yyyy-MM-dd}: {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors."
        );

    public static string Times(IReadOnlyList<Comparison> comparisons)
    {
        var text = Header(["Case", "Tuned raw", "Ours", "Ours to tuned raw", .. Peers.Select(NameOf)]);
        foreach (var each in comparisons)
        {
            var ours = each[ClientKind.Ours];
            Row(
                text,
                [
                    each.Case.Title,
                    Time(each[ClientKind.TunedRaw].Nanoseconds),
                    Time(ours.Nanoseconds),
                    Invariant($"**{ours.Ratio.Median:0.00}** ({ours.Ratio.LowerQuartile:0.00} to {ours.Ratio.UpperQuartile:0.00})"),
                    .. Peers.Select(kind => Invariant($"{each[kind].Ratio.Median:0.00}")),
                ]
            );
        }

        return text.ToString();
    }

    public static string Bytes(IReadOnlyList<Comparison> comparisons)
    {
        ClientKind[] kinds = [ClientKind.TunedRaw, ClientKind.Ours, .. Peers];
        var text = Header(["Case", .. kinds.Select(NameOf)]);
        foreach (var each in comparisons)
        {
            Row(text, [each.Case.Title, .. kinds.Select(kind => Invariant($"{each[kind].Bytes:N0}"))]);
        }

        return text.ToString();
    }

    public static string Distances(IReadOnlyList<(string Who, TimeSpan Elapsed)> runs)
    {
        var text = Header(["Client", "All of 10,000, each answer 20 ms away"]);
        foreach (var (who, elapsed) in runs)
        {
            Row(text, [who, Invariant($"{elapsed.TotalSeconds:0.00} s")]);
        }

        return text.ToString();
    }

    private static StringBuilder Header(IReadOnlyList<string> columns)
    {
        var text = new StringBuilder();
        Row(text, columns);
        text.Append("|---|").AppendJoin("", Enumerable.Repeat("--:|", columns.Count - 1)).AppendLine();
        return text;
    }

    private static void Row(StringBuilder text, IReadOnlyList<string> cells) => text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");

    private static string Time(double nanoseconds) =>
        nanoseconds >= 1_000_000 ? Invariant($"{nanoseconds / 1_000_000:0.0} ms") : Invariant($"{nanoseconds / 1_000:0.0} µs");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
