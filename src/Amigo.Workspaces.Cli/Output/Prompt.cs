using System.Text;
using Spectre.Console;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>Questions to the person at the terminal, on stderr. Ctrl-C ends the wait for an answer, and the thread that waits with it.</summary>
internal static class Prompt
{
    /// <summary>Ctrl-D, which a terminal that reads keys does not understand for us.</summary>
    private const char EndOfInput = '\u0004';

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(30);

    /// <returns>What was typed; empty when nothing was.</returns>
    public static async Task<string> AskAsync(Terminal terminal, string question, CancellationToken cancellationToken)
    {
        terminal.Error.Write(SafeText.Of(question) + " ");
        var reading = Task.Run(() => ReadLine(cancellationToken), cancellationToken);
        var line = "";
        try
        {
            // There alone the read itself waits for a line, and is left behind.
            line = await (OperatingSystem.IsWindows() ? reading.WaitAsync(cancellationToken) : reading);
        }
        finally
        {
            // Ctrl-C and Ctrl-D leave the cursor behind the question.
            if (!line.EndsWith('\n'))
            {
                terminal.Error.WriteLine();
            }
        }

        return line.TrimEnd('\n');
    }

    /// <summary>Asks for something that must not be seen.</summary>
    public static async Task<string> AskHiddenAsync(Terminal terminal, string question, CancellationToken cancellationToken)
    {
        // Switches the terminal's echo off before the person sees that it is time to type.
        _ = Console.KeyAvailable;
        terminal.Error.Write(SafeText.Of(question) + " ");
        try
        {
            return await Task.Run(() => ReadHidden(cancellationToken), cancellationToken);
        }
        finally
        {
            terminal.Error.WriteLine();
        }
    }

    /// <returns>The line and its end; no end when the input ended first.</returns>
    private static string ReadLine(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.ReadLine() is { } typed ? typed + '\n' : "";
        }

        // The terminal itself shows what is typed, lets it be corrected, and hands over a whole line.
        using var input = StandardInput.Open();
        var line = new MemoryStream();
        var buffer = new byte[1024];
        int count;
        do
        {
            StandardInput.WaitForData(BetweenLooks, cancellationToken);
            count = input.Read(buffer);
            line.Write(buffer, 0, count);
        } while (count > 0 && buffer[count - 1] != '\n');

        return Console.InputEncoding.GetString(line.ToArray());
    }

    private static string ReadHidden(CancellationToken cancellationToken)
    {
        var typed = new StringBuilder();
        while (ReadKey(cancellationToken) is { Key: not ConsoleKey.Enter, KeyChar: not EndOfInput } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        return typed.ToString();
    }

    private static ConsoleKeyInfo ReadKey(CancellationToken cancellationToken)
    {
        while (!Console.KeyAvailable)
        {
            cancellationToken.WaitHandle.WaitOne(BetweenLooks);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return Console.ReadKey(intercept: true);
    }
}
