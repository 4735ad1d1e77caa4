using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>What a workspace is used for.</summary>
/// <remarks>
/// Live patient calls run in <see cref="Production" />.
/// An open set: a value that this version does not know is kept when it is read,
/// and refused on a request unless <see cref="RequestOptions.SkipValidation" /> is set.
/// </remarks>
/// <param name="Value">The wire string.</param>
[JsonConverter(typeof(Converter))]
[TypeConverter(typeof(TextConverter))]
public readonly record struct WorkspaceEnvironment(string Value)
{
    /// <summary>Live calls and real patient data.</summary>
    public static WorkspaceEnvironment Production { get; } = new("production");

    /// <summary>Changes are tried here before they reach live calls.</summary>
    public static WorkspaceEnvironment Staging { get; } = new("staging");

    /// <summary>Building and testing, often with synthetic data.</summary>
    public static WorkspaceEnvironment Development { get; } = new("development");

    internal static KnownTexts Known { get; } = new(Production.Value, Staging.Value, Development.Value);

    internal bool IsKnown => Known.Contains(Value);

    /// <summary>Creates a value from its wire string, known or not.</summary>
    /// <param name="value">The wire string.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value" /> is <see langword="null" />.</exception>
    public static implicit operator WorkspaceEnvironment(string value) => new(value ?? throw new ArgumentNullException(nameof(value)));

    /// <summary>Creates a value from its wire string, known or not; <see langword="null" /> from <see langword="null" />.</summary>
    /// <param name="value">The wire string.</param>
    public static implicit operator WorkspaceEnvironment?(string? value) =>
        value is null ? default(WorkspaceEnvironment?) : new WorkspaceEnvironment(value);

    /// <summary>The wire string.</summary>
    public override string ToString() => Value ?? "";

    /// <summary>Reads and writes the wire string.</summary>
    public sealed class Converter() : WireStringConverter<WorkspaceEnvironment>(value => new(value), item => item.Value);

    private sealed class TextConverter() : WireStringTypeConverter<WorkspaceEnvironment>(value => new(value));
}
