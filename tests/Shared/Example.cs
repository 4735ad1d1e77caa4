using System.Net;

namespace WorkspaceClients.Tests;

/// <summary>A block of code on a page, or in a documentation comment.</summary>
/// <param name="Page">The page or the source file, from the root of the repository.</param>
/// <param name="Line">The line of its fence, from 1.</param>
/// <param name="Language">What the fence says; empty when it says nothing.</param>
/// <param name="Code">What stands between the fences.</param>
public sealed record Example(string Page, int Line, string Language, string Code)
{
    private const string Fence = "```";

    /// <summary>A block with directives of its own is a whole file. Any other is a fragment, which uses what the page says is there.</summary>
    public bool IsWholeFile => Code.StartsWith("using ", StringComparison.Ordinal);

    /// <summary>What shows the other client is compiled and run by that client's own tests.</summary>
    public bool IsPolyteias => Code.Contains("using Polyteia.", StringComparison.Ordinal);

    public static IReadOnlyList<Example> All { get; } = [.. Repository.Pages.SelectMany(On), .. SourceFiles.SelectMany(InComments)];

    private static IEnumerable<string> SourceFiles =>
        Repository.SourceFilesIn("Amigo.Workspaces.Client").Concat(Repository.SourceFilesIn("Polyteia.Workspaces.Client"));

    private static IEnumerable<Example> On(string page)
    {
        var lines = Repository.Read(page).Split('\n');
        for (var start = 0; start < lines.Length; start++)
        {
            if (!lines[start].TrimStart().StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.FindIndex(lines, start + 1, line => line.Trim() == Fence);
            end.Should().BePositive($"the fence on line {start + 1} of {page} is closed");
            // The lines for `dotnet run` alone, which the consumers' tests try.
            var code = lines[(start + 1)..end].Where(line => !line.StartsWith("#:", StringComparison.Ordinal));
            yield return new Example(page, start + 1, lines[start].Trim()[Fence.Length..], string.Join('\n', code));
            start = end;
        }
    }

    /// <summary>The examples that the package's XML brings to an editor.</summary>
    private static IEnumerable<Example> InComments(string file)
    {
        const string begin = "/// <code>";
        var lines = File.ReadLines(file).Select(line => line.Trim()).ToArray();
        for (var start = Array.IndexOf(lines, begin); start >= 0; start = Array.IndexOf(lines, begin, start + 1))
        {
            var end = Array.IndexOf(lines, "/// </code>", start);
            var code = lines[(start + 1)..end].Select(line => WebUtility.HtmlDecode(line["///".Length..]));
            // One blank stands between the slashes and the code.
            var text = string.Join('\n', code.Select(line => line.Length > 0 ? line[1..] : line));
            yield return new Example(Path.GetRelativePath(Repository.Root, file), start + 1, "csharp", text);
        }
    }
}
