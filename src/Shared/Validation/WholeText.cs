namespace WorkspaceClients.Validation;

/// <summary>Whether a text can be sent as it is: half of a surrogate pair is no character, and would arrive as U+FFFD.</summary>
internal static class WholeText
{
    public static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsSurrogatePair(text, i))
            {
                return false;
            }

            i++;
        }

        return true;
    }
}
