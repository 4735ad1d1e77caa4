using System.Buffers;

namespace Amigo.Workspaces.Emulator.Faults;

internal static class FaultHeaders
{
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    private static readonly HashSet<string> Framing = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Content-Length",
        "Transfer-Encoding",
    };

    // Checked when the fault is made: the server would refuse such a header only while answering, as a puzzling 500.
    public static void Require(string name, string value)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(TokenCharacters))
        {
            throw new ArgumentException($"'{name}' is not a header name.", nameof(name));
        }

        if (Framing.Contains(name))
        {
            throw new ArgumentException($"The header {name} frames the message and cannot be set.", nameof(name));
        }

        if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException($"The value of the header {name} must be printable ASCII.", nameof(value));
        }
    }
}
