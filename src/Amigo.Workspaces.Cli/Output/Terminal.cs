using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>Where the program writes: data to stdout, everything else to stderr.</summary>
internal sealed class Terminal
{
    /// <summary>Wide enough that nothing wraps in a file or a pipe.</summary>
    public const int UnlimitedWidth = 10_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly bool _isPlain =
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        || string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);

    public Terminal()
    {
        var output = StandardOutput.Open();
        Data = new StreamWriter(output, Utf8) { AutoFlush = true };
        Out = Console(
            IsOutputRedirected
                ? new TrimmingWriter(new StreamWriter(output, WithoutMark(System.Console.OutputEncoding)) { AutoFlush = true })
                : System.Console.Out,
            IsOutputRedirected
        );
        Error = Console(
            System.Console.IsErrorRedirected ? new TrimmingWriter(new ForgivingWriter(System.Console.Error)) : System.Console.Error,
            System.Console.IsErrorRedirected
        );
    }

    /// <summary>For tables.</summary>
    public IAnsiConsole Out { get; }

    /// <summary>For everything that is not data.</summary>
    public IAnsiConsole Error { get; }

    /// <summary>For data as it is, in UTF-8 whatever the locale.</summary>
    public TextWriter Data { get; }

    public bool IsOutputRedirected { get; } = System.Console.IsOutputRedirected;

    /// <summary>Whether there is a person to ask: one who sees the question and can type an answer.</summary>
    public bool CanAsk { get; } = !System.Console.IsInputRedirected && !System.Console.IsErrorRedirected;

    /// <summary>Whether something that moves may be drawn on stderr.</summary>
    public bool ShowsProgress => !_isPlain && !System.Console.IsErrorRedirected;

    /// <summary>The columns of the terminal that data goes to.</summary>
    public int Width => Out.Profile.Width;

    /// <summary>Writes data for a person to read.</summary>
    public void Write(IRenderable content) => Out.Write(new WholeWords(content));

    /// <summary>Writes data for a person to read, on lines as long as they are.</summary>
    public void WriteWide(IRenderable content) => Out.Write(new WholeWords(content, UnlimitedWidth));

    // Never wrapped: a command in it can be copied.
    public void Note(string line) => Error.Write(new WholeWords(new Text(SafeText.Of(line) + "\n"), UnlimitedWidth));

    public void Fail(string message, string? next)
    {
        Error.Write(new Text("error: ", new Style(Color.Red, decoration: Decoration.Bold)));
        Note(message);
        if (next is not null)
        {
            Note(next);
        }
    }

    // Some encodings of a console begin with a byte-order mark, which is no part of a table.
    private static Encoding WithoutMark(Encoding encoding) => encoding.CodePage == Utf8.CodePage ? Utf8 : encoding;

    private IAnsiConsole Console(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = isRedirected || _isPlain ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = isRedirected || _isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Interactive = isRedirected || _isPlain ? InteractionSupport.No : InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(writer),
                // These would switch colours on in some build environments, redirected or not.
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            }
        );
        if (isRedirected)
        {
            console.Profile.Width = UnlimitedWidth;
        }

        return console;
    }
}
