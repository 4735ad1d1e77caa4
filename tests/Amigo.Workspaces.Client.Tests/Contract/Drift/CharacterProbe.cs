using System.Text;

namespace Amigo.Workspaces.Client.Tests.Contract.Drift;

/// <summary>Finds out which characters a text may begin with, hold and end with, by trying each of them.</summary>
internal static class CharacterProbe
{
    /// <summary>The ends of every range of ASCII, those just outside of it, and what is easily taken for a letter, a digit or nothing.</summary>
    private const string Characters = "azAZ09`{@[/:-_.,'+ \t\n\u007fé０";

    /// <summary>Texts that differ from one that is accepted in one character, by its place.</summary>
    private static readonly (string Place, Func<char, string> Text)[] Places =
    [
        ("first", character => character + "aa"),
        ("middle", character => "a" + character + "a"),
        ("last", character => "aa" + character),
    ];

    public static string Describe(Func<string, bool> accepts) =>
        DescribeAsync(text => Task.FromResult(accepts(text))).GetAwaiter().GetResult();

    /// <returns>Empty when every character is accepted everywhere.</returns>
    public static async Task<string> DescribeAsync(Func<string, Task<bool>> accepts)
    {
        var description = new StringBuilder();
        foreach (var (place, text) in Places)
        {
            var accepted = new StringBuilder();
            foreach (var character in Characters)
            {
                accepted.Append(await accepts(text(character)) ? character : "");
            }

            if (accepted.Length < Characters.Length)
            {
                description.Append(", ").Append(place).Append(" of ").Append(accepted);
            }
        }

        return description.ToString();
    }
}
