using System.Text;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>Leaves out the spaces at the end of a line, which tables pad their last column with.</summary>
internal sealed class TrimmingWriter(TextWriter inner) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value != '\n')
        {
            _line.Append(value);
            return;
        }

        inner.Write(_line.ToString().TrimEnd(' ', '\r') + inner.NewLine);
        _line.Clear();
    }

    /// <summary>Spaces stay behind, since the line may end after them.</summary>
    public override void Flush()
    {
        var text = _line.ToString();
        var shown = text.TrimEnd(' ', '\r');
        inner.Write(shown);
        inner.Flush();
        _line.Clear().Append(text.AsSpan(shown.Length));
    }
}
