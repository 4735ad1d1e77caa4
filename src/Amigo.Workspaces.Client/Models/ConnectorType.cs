using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>The health record system that a workspace is connected to.</summary>
/// <remarks>
/// A workspace without one has no connection yet.
/// An open set: a value that this version does not know is kept when it is read,
/// and refused on a request unless <see cref="RequestOptions.SkipValidation" /> is set.
/// </remarks>
/// <param name="Value">The wire string.</param>
[JsonConverter(typeof(Converter))]
[TypeConverter(typeof(TextConverter))]
public readonly record struct ConnectorType(string Value)
{
    /// <summary>Epic.</summary>
    public static ConnectorType Epic { get; } = new("epic");

    /// <summary>Cerner.</summary>
    public static ConnectorType Cerner { get; } = new("cerner");

    /// <summary>Allscripts.</summary>
    public static ConnectorType Allscripts { get; } = new("allscripts");

    /// <summary>A FHIR store.</summary>
    public static ConnectorType FhirStore { get; } = new("fhir_store");

    /// <summary>athenahealth.</summary>
    public static ConnectorType Athenahealth { get; } = new("athenahealth");

    /// <summary>CharmHealth.</summary>
    public static ConnectorType Charmhealth { get; } = new("charmhealth");

    /// <summary>eClinicalWorks.</summary>
    public static ConnectorType EClinicalWorks { get; } = new("eclinicalworks");

    /// <summary>Meditab.</summary>
    public static ConnectorType Meditab { get; } = new("meditab");

    internal static KnownTexts Known { get; } =
        new(
            Epic.Value,
            Cerner.Value,
            Allscripts.Value,
            FhirStore.Value,
            Athenahealth.Value,
            Charmhealth.Value,
            EClinicalWorks.Value,
            Meditab.Value
        );

    internal bool IsKnown => Known.Contains(Value);

    /// <summary>Creates a value from its wire string, known or not.</summary>
    /// <param name="value">The wire string.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value" /> is <see langword="null" />.</exception>
    public static implicit operator ConnectorType(string value) => new(value ?? throw new ArgumentNullException(nameof(value)));

    /// <summary>Creates a value from its wire string, known or not; <see langword="null" /> from <see langword="null" />.</summary>
    /// <param name="value">The wire string.</param>
    public static implicit operator ConnectorType?(string? value) => value is null ? default(ConnectorType?) : new ConnectorType(value);

    /// <summary>The wire string.</summary>
    public override string ToString() => Value ?? "";

    /// <summary>Reads and writes the wire string.</summary>
    public sealed class Converter() : WireStringConverter<ConnectorType>(value => new(value), item => item.Value);

    private sealed class TextConverter() : WireStringTypeConverter<ConnectorType>(value => new(value));
}
