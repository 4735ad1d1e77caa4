namespace Amigo.Workspaces.Cli.Running;

/// <summary>A failure whose words are ready for the person at the terminal.</summary>
/// <param name="exitCode">What the process ends with.</param>
/// <param name="message">One line that says what happened.</param>
/// <param name="next">One line that says what to do next.</param>
/// <param name="innerException">What caused it, if something did.</param>
internal sealed class CliException(int exitCode, string message, string? next = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    public int ExitCode { get; } = exitCode;

    public string? Next { get; } = next;
}
