using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>Makes the converter for an <see cref="Optional{T}" /> of any type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OptionalConverterFactory : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) => typeof(IOptional).IsAssignableFrom(typeToConvert);

    /// <inheritdoc />
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "A struct can be created without a constructor.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        // The struct knows its own type argument, so that nothing has to be made at run time.
        ((IOptional)Activator.CreateInstance(typeToConvert)!).CreateConverter();
}
