using System.Text;
using Spectre.Console;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>Questions to the person at the terminal, on stderr. Ctrl-C ends the wait for an answer.</summary>
internal static class Prompt
{
    /// <returns>What was typed; empty when nothing was.</returns>
    public static async Task<string> AskAsync(Terminal terminal, string question, CancellationToken cancellationToken)
    {
        terminal.Error.Write(SafeText.Of(question) + " ");
        return await Task.Run(Console.ReadLine, cancellationToken).WaitAsync(cancellationToken) ?? "";
    }

    /// <summary>Asks for something that must not be seen.</summary>
    public static async Task<string> AskHiddenAsync(Terminal terminal, string question, CancellationToken cancellationToken)
    {
        // Switches the terminal's echo off before the person sees that it is time to type.
        _ = Console.KeyAvailable;
        terminal.Error.Write(SafeText.Of(question) + " ");
        var answer = await Task.Run(ReadHidden, cancellationToken).WaitAsync(cancellationToken);
        terminal.Error.WriteLine();
        return answer;
    }

    private static string ReadHidden()
    {
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (key.KeyChar != '\0')
            {
                typed.Append(key.KeyChar);
            }
        }

        return typed.ToString();
    }
}
