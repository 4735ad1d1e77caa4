using Spectre.Console.Rendering;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>
/// Breaks no word: lines that cannot be narrower are longer than the terminal, which wraps them without changing what is copied from it.
/// </summary>
/// <param name="content">What to write.</param>
/// <param name="least">How wide it may be in any case.</param>
internal sealed class WholeWords(IRenderable content, int least = 0) : IRenderable
{
    public Measurement Measure(RenderOptions options, int maxWidth) => content.Measure(options, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var narrowest = content.Measure(options, Terminal.UnlimitedWidth).Min;
        return content.Render(options, Math.Max(Math.Max(maxWidth, least), narrowest));
    }
}
