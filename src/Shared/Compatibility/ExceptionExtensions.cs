using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace WorkspaceClients;

/// <summary>Guards, as newer frameworks have them.</summary>
internal static class ExceptionExtensions
{
    extension(ArgumentNullException)
    {
        public static void ThrowIfNull([NotNull] object? argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
        {
            if (argument is null)
            {
                throw new ArgumentNullException(name);
            }
        }
    }

    extension(ArgumentException)
    {
        public static void ThrowIfNullOrEmpty([NotNull] string? argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
        {
            ArgumentNullException.ThrowIfNull(argument, name);
            if (argument.Length == 0)
            {
                throw new ArgumentException("The value cannot be an empty string.", name);
            }
        }

        public static void ThrowIfNullOrWhiteSpace(
            [NotNull] string? argument,
            [CallerArgumentExpression(nameof(argument))] string? name = null
        )
        {
            ArgumentNullException.ThrowIfNull(argument, name);
            if (string.IsNullOrWhiteSpace(argument))
            {
                throw new ArgumentException("The value cannot be an empty string or composed entirely of whitespace.", name);
            }
        }
    }

    extension(ObjectDisposedException)
    {
        public static void ThrowIf(bool condition, Type type)
        {
            if (condition)
            {
                throw new ObjectDisposedException(type.FullName);
            }
        }
    }
}
