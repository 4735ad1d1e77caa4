using System.Text;
using System.Text.Json;

namespace Amigo.Workspaces.Client.Models;

/// <summary>The wire strings of an open enum that this version knows.</summary>
internal sealed class KnownTexts(params string[] texts)
{
    private readonly byte[][] _utf8 = Array.ConvertAll(texts, Encoding.UTF8.GetBytes);

    public IReadOnlyList<string> Texts => texts;

    public bool Contains(string? text) => Array.IndexOf(texts, text) >= 0;

    /// <summary>The known string that the token is, so that reading it makes no new one, or <see langword="null" />.</summary>
    public string? Find(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped || reader.HasValueSequence)
        {
            return null;
        }

        for (var i = 0; i < _utf8.Length; i++)
        {
            if (reader.ValueSpan.SequenceEqual(_utf8[i]))
            {
                return texts[i];
            }
        }

        return null;
    }
}
