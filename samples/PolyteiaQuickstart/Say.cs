namespace PolyteiaQuickstart;

/// <summary>What the sample prints.</summary>
internal static class Say
{
    public static void Step(string title) => Console.WriteLine($"{Environment.NewLine}{title}");

    public static void Line(string text) => Console.WriteLine($"    {text}");

    public static int Problem(string text, int exitCode = 1)
    {
        Console.Error.WriteLine(text);
        return exitCode;
    }
}
