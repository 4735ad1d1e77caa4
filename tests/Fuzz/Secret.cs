using System.Collections;
using System.Reflection;

namespace Fuzz;

/// <summary>The key that is sent with every request. The corpus holds answers that echo it.</summary>
internal static class Secret
{
    public const string Key = "fuzz-key-1234";

    private static readonly Dictionary<Type, PropertyInfo[]> Properties = [];

    /// <summary>Nor is the message anything but one line.</summary>
    public static void MustNotBeIn(Exception exception)
    {
        BrokenPromiseException.ThrowUnless(!exception.Message.Any(char.IsControl), "the message is one line");
        BrokenPromiseException.ThrowUnless(!IsIn(exception.ToString()), "no key in the exception's text");
        foreach (var property in PropertiesOf(exception.GetType()))
        {
            BrokenPromiseException.ThrowUnless(!IsIn(Text(property.GetValue(exception))), $"no key in {property.Name}");
        }
    }

    private static PropertyInfo[] PropertiesOf(Type type)
    {
        if (!Properties.TryGetValue(type, out var properties))
        {
            properties = [.. type.GetProperties().Where(property => property.DeclaringType != typeof(Exception))];
            Properties.Add(type, properties);
        }

        return properties;
    }

    private static string? Text(object? value) =>
        value is IEnumerable many and not string ? string.Join('\n', many.Cast<object>()) : value?.ToString();

    private static bool IsIn(string? text) => text is not null && text.Contains(Key, StringComparison.Ordinal);
}
