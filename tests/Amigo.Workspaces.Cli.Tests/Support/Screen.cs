using System.Text.RegularExpressions;

namespace Amigo.Workspaces.Cli.Tests.Support;

/// <summary>Compares what was shown with the screen that is kept beside the tests. KEEP_SCREENS=folder keeps new ones there.</summary>
internal static partial class Screen
{
    public static void ShouldBeKept(string shown, string name)
    {
        var screen = Normalize(shown);
        if (Environment.GetEnvironmentVariable("KEEP_SCREENS") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.txt"), screen);
            return;
        }

        screen
            .Should()
            .Be(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Screens", $"{name}.txt")), $"Screens/{name}.txt says so");
    }

    private static string Normalize(string shown)
    {
        var text = Id().Replace(shown, "00000000-0000-0000-0000-000000000000");
        text = Moment().Replace(text, "2026-01-01 00:00:00 UTC");
        text = Day().Replace(text, "2026-01-01");
        return string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())).Trim('\n') + "\n";
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex Day();
}
