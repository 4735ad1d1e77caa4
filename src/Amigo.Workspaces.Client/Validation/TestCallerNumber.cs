namespace Amigo.Workspaces.Client;

/// <summary>The form that a test caller's number should have: E.164, as in <c>+15550100</c>.</summary>
/// <remarks>
/// The contract takes any text as a number, and this client sends what it is given. A number in another form matches no call, so ask before you send one.
/// </remarks>
public static class TestCallerNumber
{
    private const int MinDigits = 7;
    private const int MaxDigits = 15;

    /// <summary>Whether a text is a phone number in the form of E.164: <c>+</c> and 7 to 15 of the digits 0 to 9.</summary>
    /// <remarks>The contract does not demand it, and no request is refused because of it. Whether the number is in service is not asked.</remarks>
    /// <param name="number">The text. Spaces, hyphens and parentheses are not part of the form.</param>
    public static bool IsE164(ReadOnlySpan<char> number)
    {
        if (number.Length is < MinDigits + 1 or > MaxDigits + 1 || number[0] != '+')
        {
            return false;
        }

        foreach (var character in number[1..])
        {
            if (!char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
