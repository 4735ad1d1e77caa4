using System.Globalization;
using System.Text;

namespace WorkspaceClients;

internal delegate void SpanAction<TState>(Span<char> span, TState state);

/// <summary>Text, as newer frameworks have it.</summary>
internal static class TextExtensions
{
    extension(char)
    {
        public static bool IsAsciiDigit(char character) => character is >= '0' and <= '9';

        public static bool IsAsciiLetterLower(char character) => character is >= 'a' and <= 'z';

        public static bool IsAsciiLetterOrDigit(char character) =>
            character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
    }

    extension(int)
    {
        public static bool TryParse(ReadOnlySpan<char> text, NumberStyles style, IFormatProvider provider, out int number) =>
            int.TryParse(text.ToString(), style, provider, out number);
    }

    extension(ReadOnlySpan<char> text)
    {
        public int IndexOfAnyExceptInRange(char lowest, char highest)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] < lowest || text[i] > highest)
                {
                    return i;
                }
            }

            return -1;
        }
    }

    extension(string text)
    {
        public static string Create(IFormatProvider provider, FormattableString format) => format.ToString(provider);

        public static string Create<TState>(int length, TState state, SpanAction<TState> fill)
        {
            var characters = new char[length];
            fill(characters, state);
            return new string(characters);
        }

        public bool Contains(char character, StringComparison comparison) =>
            text.IndexOf(character.ToString(CultureInfo.InvariantCulture), comparison) >= 0;

        public bool Contains(string part, StringComparison comparison) => text.IndexOf(part, comparison) >= 0;
    }

    extension(Encoding encoding)
    {
        public string GetString(ReadOnlySpan<byte> bytes) => encoding.GetString(bytes.ToArray());
    }

    extension(Enum)
    {
        public static bool IsDefined<TEnum>(TEnum value)
            where TEnum : struct, Enum => Enum.IsDefined(typeof(TEnum), value);
    }
}
