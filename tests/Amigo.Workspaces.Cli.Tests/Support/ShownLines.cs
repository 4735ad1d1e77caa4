using System.Globalization;
using System.Text.RegularExpressions;

namespace Amigo.Workspaces.Cli.Tests.Support;

/// <summary>What a terminal shows in the end: lines that were erased, such as those of a progress bar, are gone.</summary>
internal static partial class ShownLines
{
    public static string Of(string raw)
    {
        List<string> lines = [""];
        var row = 0;
        var column = 0;
        foreach (Match part in Part().Matches(raw))
        {
            switch (part.Value)
            {
                case "\n":
                    row++;
                    break;
                case "\r":
                    column = 0;
                    break;
                case ['\u001b', '[', .., 'A']:
                    row = Math.Max(0, row - Number(part, otherwise: 1));
                    break;
                case ['\u001b', '[', .., 'K']:
                    lines[row] = Number(part, otherwise: 0) == 2 ? "" : Beginning(lines[row], column);
                    break;
                case [not '\u001b', ..]:
                    var end = column + part.Length;
                    var rest = end < lines[row].Length ? lines[row][end..] : "";
                    lines[row] = Beginning(lines[row], column) + part.Value + rest;
                    column = end;
                    break;
            }

            while (row >= lines.Count)
            {
                lines.Add("");
            }
        }

        return string.Join('\n', lines);
    }

    private static string Beginning(string line, int length) => line.PadRight(length)[..length];

    private static int Number(Match sequence, int otherwise) =>
        sequence.Groups["number"] is { Length: > 0 } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : otherwise;

    [GeneratedRegex(
        "\u001b(\\[\\??(?<number>[0-9]*)[0-9;]*[A-Za-z]|[=>]|\\][^\u0007]*\u0007)|\r|\n|[^\u001b\r\n]+",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Part();
}
