using System.Text;
using Amigo.Workspaces.Client.Validation;

namespace Amigo.Workspaces.Client;

/// <summary>The rule for a workspace's slug: 2 to 63 of <c>a-z</c>, <c>0-9</c> and <c>-</c>, with a letter or digit at both ends.</summary>
public static class WorkspaceSlug
{
    /// <summary>The shortest slug, in characters.</summary>
    public const int MinLength = 2;

    /// <summary>The longest slug, in characters.</summary>
    public const int MaxLength = 63;

    internal const string Rule = "must be 2 to 63 characters of a-z, 0-9 and '-', and begin and end with a letter or a digit";

    /// <summary>Whether a text is a slug.</summary>
    /// <param name="slug">The text.</param>
    public static bool IsValid(ReadOnlySpan<char> slug)
    {
        if (slug.Length is < MinLength or > MaxLength || slug[0] == '-' || slug[^1] == '-')
        {
            return false;
        }

        foreach (var character in slug)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character != '-')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Makes a slug of a name, as in <c>acme-clinic</c> of "Acme Clinic". Latin letters lose their accents or are spelled out (<c>Ø</c> becomes
    /// <c>o</c>, <c>ß</c> becomes <c>ss</c>), apostrophes are dropped, every other run of characters that a slug cannot hold becomes one hyphen,
    /// and what is over 63 characters is cut off. A name gives the same slug on every machine. The slug may already be taken.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name" /> is <see langword="null" />.</exception>
    /// <exception cref="ArgumentException">Nothing is left to make a slug of.</exception>
    public static string FromName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        var slug = new StringBuilder(MaxLength);
        foreach (var character in name)
        {
            if (slug.Length >= MaxLength)
            {
                break;
            }

            Append(slug, character);
        }

        var result = slug.ToString(0, Math.Min(slug.Length, MaxLength)).TrimEnd('-');
        return result.Length >= MinLength
            ? result
            : throw new ArgumentException("The name has fewer than two letters or digits to make a slug from.", nameof(name));
    }

    private static void Append(StringBuilder slug, char character)
    {
        if (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character))
        {
            slug.Append(character);
        }
        else if (character is >= 'A' and <= 'Z')
        {
            slug.Append((char)(character | 0x20));
        }
        else if (LatinLetters.Find(character) is { } letters)
        {
            slug.Append(letters);
        }
        else if (!IsApostrophe(character) && !LatinLetters.IsMarkOrInvisible(character) && slug.Length > 0 && slug[^1] != '-')
        {
            slug.Append('-');
        }
    }

    // Also what is typed in its place, and the letters of other alphabets that look like one, as in Kapiʻolani.
    private static bool IsApostrophe(char character) =>
        character
            is '\''
                or '`'
                or '\u00B4'
                or (>= '\u02B9' and <= '\u02BF') // primes, apostrophes and half rings, which are letters
                or '\u02C8'
                or '\u02CA'
                or '\u02CB'
                or '\u055A'
                or '\u1FEF'
                or '\u1FFD'
                or (>= '\u2018' and <= '\u201B')
                or '\u2032'
                or '\u2035'
                or '\uA78B'
                or '\uA78C'
                or '\uFF07';
}
