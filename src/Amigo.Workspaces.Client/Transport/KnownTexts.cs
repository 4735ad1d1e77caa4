using System.Text;
using System.Text.Json;

namespace Amigo.Workspaces.Client.Transport;

/// <summary>The strings that a member usually holds, so that reading one of them makes no new string.</summary>
internal sealed class KnownTexts(IEnumerable<string> texts)
{
    private readonly (byte[] Utf8, string Text)[] _known = [.. texts.Select(text => (Encoding.UTF8.GetBytes(text), text))];

    /// <summary>The known string that the token is, or <see langword="null" />.</summary>
    public string? Find(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped || reader.HasValueSequence)
        {
            return null;
        }

        foreach (var (utf8, text) in _known)
        {
            if (reader.ValueSpan.SequenceEqual(utf8))
            {
                return text;
            }
        }

        return null;
    }
}
