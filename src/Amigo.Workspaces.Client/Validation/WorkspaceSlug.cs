using System.Globalization;
using System.Text;

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
    /// Makes a slug of a name, as in <c>acme-clinic</c> of "Acme Clinic". Accents and apostrophes are dropped, every other run of characters
    /// that a slug cannot hold becomes one hyphen, and what is over 63 characters is cut off. The slug may already be taken.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name" /> is <see langword="null" />.</exception>
    /// <exception cref="ArgumentException">Nothing is left to make a slug of.</exception>
    public static string FromName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        var slug = new StringBuilder(MaxLength);
        foreach (var character in Decompose(name).ToLowerInvariant())
        {
            if (slug.Length == MaxLength)
            {
                break;
            }

            if (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character))
            {
                slug.Append(character);
            }
            else if (!IsDropped(character) && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var result = slug.ToString().TrimEnd('-');
        return result.Length >= MinLength
            ? result
            : throw new ArgumentException("The name holds fewer than two letters or digits that a slug can be made of.", nameof(name));
    }

    private static string Decompose(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // A lone surrogate has no normal form; it becomes a hyphen like any other character that a slug cannot hold.
            return name;
        }
    }

    private static bool IsDropped(char character) =>
        character is '\'' or '\u2019' || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
}
