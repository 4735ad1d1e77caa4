using System.Globalization;
using System.Text;

namespace WorkspaceClients.Models;

/// <summary>The text of a record, the same in every culture. The compiler's own shows the year 2569 in Thailand.</summary>
internal static class RecordText
{
    /// <summary>Prints the members for <c>PrintMembers</c>.</summary>
    public static bool Print(StringBuilder builder, params (string Name, object? Value)[] members)
    {
        for (var i = 0; i < members.Length; i++)
        {
            builder.Append(i == 0 ? "" : ", ").Append(members[i].Name).Append(" = ").Append(Of(members[i].Value));
        }

        return members.Length > 0;
    }

    public static string Of(object? value) =>
        value switch
        {
            null => "null",
            DateTimeOffset date => date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    /// <summary>Of a secret only whether there is one.</summary>
    public static string IsSet(object? secret) => secret is null ? "null" : "(set)";

    /// <summary>Of a list only its length: its items may be many, or phone numbers.</summary>
    public static string CountOf(int count) => string.Create(CultureInfo.InvariantCulture, $"[{count} items]");
}
