using System.Text;

namespace WorkspaceClients.Sending;

/// <summary>Strikes the user and password out of addresses, such as that of a proxy in the message of an exception.</summary>
internal static class UserInfo
{
    private const string AfterScheme = "://";

    /// <summary>What no user info holds. An apostrophe it may.</summary>
    private const string Ends = " \t\r\n\"<>/?#";

    public static string Redact(string text)
    {
        var at = text.IndexOf(AfterScheme, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        var from = 0;
        while (at >= 0)
        {
            var start = at + AfterScheme.Length;
            var authority = text.AsSpan(start, AuthorityLength(text.AsSpan(start)));
            // A password may hold an @ of its own, so the last one counts.
            var end = authority.LastIndexOf('@');
            if (end >= 0)
            {
                kept.Append(text, from, start - from).Append(ApiKey.Redacted);
                from = start + end;
            }

            at = text.IndexOf(AfterScheme, start, StringComparison.Ordinal);
        }

        return kept.Append(text, from, text.Length - from).ToString();
    }

    private static int AuthorityLength(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAny(Ends.AsSpan());
        return length < 0 ? text.Length : length;
    }
}
