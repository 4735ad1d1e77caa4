using System.Globalization;
using System.Text;
using Amigo.Workspaces.Benchmarks.Clients;

namespace Amigo.Workspaces.Benchmarks.Reporting;

/// <summary>Draws the times as ratios to raw: one group of bars for each case, and a line where raw is.</summary>
internal static class BarChart
{
    private const int LabelWidth = 240;
    private const int ChartWidth = 520;
    private const int Right = 60;
    private const int Top = 44;
    private const int BarHeight = 12;
    private const int GroupGap = 12;

    /// <summary>A longer bar is cut off; its number is not.</summary>
    private const double LongestRatio = 4;

    private static readonly (ClientKind Client, string Colour)[] Bars =
    [
        (ClientKind.Ours, "#0b7285"),
        (ClientKind.NSwag, "#adb5bd"),
        (ClientKind.RestEase, "#868e96"),
        (ClientKind.Kiota, "#495057"),
    ];

    public static string Draw(IReadOnlyList<Result> results)
    {
        var groups = results
            .Where(each => each.TimeRatio is not null && each.Client != ClientKind.Raw)
            .GroupBy(each => each.Case)
            .Select(group => (Case: group.Key, ByClient: group.ToDictionary(each => each.Client, each => each.TimeRatio!.Value)))
            .ToList();
        var height = Top + (groups.Count * ((Bars.Length * BarHeight) + GroupGap)) + GroupGap;
        var svg = new StringBuilder();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{LabelWidth + ChartWidth + Right}\" height=\"{height}\"");
        Line(svg, $"     font-family=\"sans-serif\" font-size=\"11\">");
        Line(svg, $"<title>Time per call as a ratio to raw HttpClient; shorter is faster</title>");
        Line(svg, $"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        DrawLegend(svg);

        var y = Top;
        foreach (var (name, byClient) in groups)
        {
            var middle = y + (Bars.Length * BarHeight / 2) + 4;
            Line(svg, $"<text x=\"{LabelWidth - 8}\" y=\"{middle}\" text-anchor=\"end\">{name}</text>");
            foreach (var (client, colour) in Bars)
            {
                DrawBar(svg, y, byClient.TryGetValue(client, out var ratio) ? ratio : 0, colour);
                y += BarHeight;
            }

            y += GroupGap;
        }

        var raw = LabelWidth + (ChartWidth / LongestRatio);
        Line(
            svg,
            $"<line x1=\"{raw}\" x2=\"{raw}\" y1=\"{Top - 6}\" y2=\"{height - GroupGap}\" stroke=\"#e03131\" stroke-dasharray=\"4 3\"/>"
        );
        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private static void DrawLegend(StringBuilder svg)
    {
        var x = LabelWidth;
        foreach (var (client, colour) in Bars)
        {
            Line(
                svg,
                $"<rect x=\"{x}\" y=\"8\" width=\"10\" height=\"10\" fill=\"{colour}\"/><text x=\"{x + 14}\" y=\"17\">{client}</text>"
            );
            x += 80;
        }

        Line(svg, $"<text x=\"{x}\" y=\"17\" fill=\"#e03131\">line: raw HttpClient = 1</text>");
    }

    private static void DrawBar(StringBuilder svg, int y, double ratio, string colour)
    {
        var width = Math.Min(ratio, LongestRatio) / LongestRatio * ChartWidth;
        Line(svg, $"<rect x=\"{LabelWidth}\" y=\"{y}\" width=\"{width:0.0}\" height=\"{BarHeight - 2}\" fill=\"{colour}\"/>");
        Line(svg, $"<text x=\"{LabelWidth + width + 4:0.0}\" y=\"{y + BarHeight - 3}\" font-size=\"9\">{ratio:0.00}</text>");
    }

    private static void Line(StringBuilder svg, FormattableString line) => svg.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
