namespace Amigo.Workspaces.Benchmarks.Reporting;

/// <summary>Fills a page between pairs of marks, and leaves the words around them alone.</summary>
internal static class MarkedPage
{
    public static void Fill(string path, string name, string text)
    {
        var (begin, end) = ($"<!-- measured: {name} -->", $"<!-- end: {name} -->");
        var page = File.ReadAllText(path);
        var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < begin.Length || to < from)
        {
            throw new InvalidOperationException($"{path} does not hold the marks {begin} and {end}.");
        }

        File.WriteAllText(path, $"{page[..from]}\n\n{text.Trim()}\n\n{page[to..]}");
    }
}
