using System.Net;
using System.Text;

namespace WorkspaceClients.Failures;

/// <summary>A status as people read it, put together once for each.</summary>
internal static class StatusText
{
    private static readonly string?[] Known = new string?[1000];

    /// <summary>The number, and the name if it has one, as in "404 Not Found".</summary>
    public static string Of(HttpStatusCode status) =>
        (int)status is >= 0 and var number && number < Known.Length ? Known[number] ??= Text(status) : Text(status);

    private static string Text(HttpStatusCode status) =>
        Enum.IsDefined(status) ? $"{status:D} {Spaced(status.ToString())}" : status.ToString("D");

    /// <summary>The words of a name that is written as one, as in "Not Found".</summary>
    private static string Spaced(string name)
    {
        var words = new StringBuilder(name);
        for (var i = name.Length - 1; i > 0; i--)
        {
            if (char.IsUpper(name[i]) && char.IsLower(name[i - 1]))
            {
                words.Insert(i, ' ');
            }
        }

        return words.ToString();
    }
}
