using System.Globalization;
using System.Text;
using Amigo.Workspaces.Benchmarks.Clients;
using Amigo.Workspaces.Benchmarks.Measuring;

namespace Amigo.Workspaces.Benchmarks.Reporting;

/// <summary>Draws the times as ratios to tuned raw: a group of bars for each case, and a line where tuned raw is. All words stand left of the bars.</summary>
internal static class BarChart
{
    private const int CaseLeft = 12;
    private const int ClientRight = 240;
    private const int RatioRight = 282;
    private const int BarsLeft = 290;
    private const int BarsWidth = 440;
    private const int Width = BarsLeft + BarsWidth + 16;
    private const int Top = 40;
    private const int BarHeight = 15;
    private const int GroupGap = 14;

    /// <summary>A longer bar is cut off; its number is not.</summary>
    private const double LongestRatio = 4;

    private static readonly ClientKind[] Clients = [.. Enum.GetValues<ClientKind>().Except([ClientKind.TunedRaw])];

    public static string Draw(IReadOnlyList<Comparison> comparisons)
    {
        var height = Top + (comparisons.Count * ((Clients.Length * BarHeight) + GroupGap)) + 4;
        var one = BarsLeft + (BarsWidth / LongestRatio);
        var svg = new StringBuilder();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\"");
        Line(svg, $"     font-family=\"sans-serif\" font-size=\"11\" fill=\"#212529\">");
        Line(svg, $"<title>Time per call as a ratio to tuned raw HttpClient; shorter is faster</title>");
        Line(svg, $"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        Line(svg, $"<text x=\"{one}\" y=\"20\" text-anchor=\"middle\" fill=\"#c92a2a\">tuned raw HttpClient = 1</text>");

        var y = Top;
        foreach (var each in comparisons)
        {
            Line(svg, $"<text x=\"{CaseLeft}\" y=\"{y + 11}\" font-weight=\"bold\">{each.Case.Title}</text>");
            foreach (var client in Clients)
            {
                DrawBar(svg, y, client, each[client].Ratio.Median);
                y += BarHeight;
            }

            y += GroupGap;
        }

        Line(svg, $"<line x1=\"{one}\" x2=\"{one}\" y1=\"{Top - 12}\" y2=\"{height - 8}\" stroke=\"#c92a2a\" stroke-dasharray=\"4 3\"/>");
        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private static void DrawBar(StringBuilder svg, int y, ClientKind client, double ratio)
    {
        var colour = client == ClientKind.Ours ? "#0b7285" : "#adb5bd";
        var width = Math.Min(ratio, LongestRatio) / LongestRatio * BarsWidth;
        Line(svg, $"<text x=\"{ClientRight}\" y=\"{y + 11}\" text-anchor=\"end\">{Tables.NameOf(client)}</text>");
        Line(svg, $"<text x=\"{RatioRight}\" y=\"{y + 11}\" text-anchor=\"end\">{ratio:0.00}</text>");
        Line(svg, $"<rect x=\"{BarsLeft}\" y=\"{y + 1}\" width=\"{width:0.0}\" height=\"{BarHeight - 3}\" fill=\"{colour}\"/>");
    }

    private static void Line(StringBuilder svg, FormattableString line) => svg.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
