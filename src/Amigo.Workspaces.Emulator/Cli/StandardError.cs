namespace Amigo.Workspaces.Emulator.Cli;

/// <summary>What the program says beside its output.</summary>
internal static class StandardError
{
    /// <summary>Says it if it can: what cannot be said must not end the work, or hide how it ended.</summary>
    public static async Task TellAsync(string line)
    {
        try
        {
            await Console.Error.WriteLineAsync(line).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // There is nobody left to tell.
        }
    }
}
