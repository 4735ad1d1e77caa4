using System.CommandLine;
using System.Globalization;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>A test caller's number that is no phone number matches no call: it is refused unless forced. The service itself takes any text.</summary>
internal static class NumberRule
{
    private const string Form = "'+' and 7 to 15 digits, such as +15550100";

    public static Option<bool> ForceOption() => new("--force") { Description = $"Send numbers that are not E.164 ({Form})." };

    /// <summary>Names a number by its place: it may be a patient's.</summary>
    /// <param name="session">Where to warn.</param>
    /// <param name="numbers">What is to be sent.</param>
    /// <param name="isForced">Whether a warning is enough.</param>
    /// <param name="where">Where they stand, as in <c>clinics.yaml:3: </c>.</param>
    /// <param name="known">Numbers that are there already, which are not looked at.</param>
    /// <exception cref="CliException">One is not in the form, and is not forced.</exception>
    public static void Require(
        Session session,
        IEnumerable<string> numbers,
        bool isForced,
        string where = "",
        IReadOnlyCollection<string>? known = null
    )
    {
        foreach (var (index, number) in numbers.Index())
        {
            if (TestCallerNumber.IsE164(number) || known?.Contains(number, StringComparer.Ordinal) == true)
            {
                continue;
            }

            var problem = string.Create(CultureInfo.InvariantCulture, $"{where}number {index + 1} is not an E.164 number: {Form}.");
            if (!isForced)
            {
                throw new CliException(ExitCode.Usage, $"{problem} Nothing was changed.", "--force sends it anyway.");
            }

            session.Terminal.Note($"warning: {problem}");
        }
    }
}
