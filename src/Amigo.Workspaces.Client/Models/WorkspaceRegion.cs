using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>The region that a workspace lives in.</summary>
/// <remarks>
/// The service chooses it when the workspace is created.
/// An open set: a value that this version does not know is kept when it is read,
/// and refused on a request unless <see cref="RequestOptions.SkipValidation" /> is set.
/// </remarks>
/// <param name="Value">The wire string.</param>
[JsonConverter(typeof(Converter))]
[TypeConverter(typeof(TextConverter))]
public readonly record struct WorkspaceRegion(string Value)
{
    /// <summary>United States, east.</summary>
    public static WorkspaceRegion UsEast1 { get; } = new("us-east-1");

    /// <summary>Asia Pacific, Sydney.</summary>
    public static WorkspaceRegion ApSoutheast2 { get; } = new("ap-southeast-2");

    /// <summary>Europe, Frankfurt.</summary>
    public static WorkspaceRegion EuCentral1 { get; } = new("eu-central-1");

    /// <summary>Canada, central.</summary>
    public static WorkspaceRegion CaCentral1 { get; } = new("ca-central-1");

    internal static KnownTexts Known { get; } = new(UsEast1.Value, ApSoutheast2.Value, EuCentral1.Value, CaCentral1.Value);

    internal bool IsKnown => Known.Contains(Value);

    /// <summary>Creates a value from its wire string, known or not.</summary>
    /// <param name="value">The wire string.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value" /> is <see langword="null" />.</exception>
    public static implicit operator WorkspaceRegion(string value) => new(value ?? throw new ArgumentNullException(nameof(value)));

    /// <summary>Creates a value from its wire string, known or not; <see langword="null" /> from <see langword="null" />.</summary>
    /// <param name="value">The wire string.</param>
    public static implicit operator WorkspaceRegion?(string? value) =>
        value is null ? default(WorkspaceRegion?) : new WorkspaceRegion(value);

    /// <summary>The wire string.</summary>
    public override string ToString() => Value ?? "";

    /// <summary>Reads and writes the wire string.</summary>
    public sealed class Converter() : WireStringConverter<WorkspaceRegion>(value => new(value), item => item.Value);

    private sealed class TextConverter() : WireStringTypeConverter<WorkspaceRegion>(value => new(value));
}
