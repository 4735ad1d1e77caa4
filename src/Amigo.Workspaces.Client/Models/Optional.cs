using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>
/// A member of a partial update: unset (left out of the request), set to <see langword="null" /> (sent as <c>null</c>) or set to a value.
/// </summary>
/// <remarks>
/// A value of <typeparamref name="T" /> converts implicitly; the default is unset. In a record of your own, put
/// <c>[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]</c> on the member: JSON has no other way to leave it unset, and without it
/// an unset member is written as <c>null</c>. A generated <c>JsonSerializerContext</c> of your own also has to list <typeparamref name="T" />.
/// </remarks>
/// <typeparam name="T">The type of the value, nullable when <c>null</c> can be sent.</typeparam>
[DataContract]
[JsonConverter(typeof(OptionalConverterFactory))]
[SuppressMessage("Naming", "CA1716", Justification = "A keyword in Visual Basic alone, where it can be escaped.")]
public readonly record struct Optional<T> : IOptional
{
    /// <summary>Creates a member that is set.</summary>
    /// <param name="value">The value to send, which may be <see langword="null" />.</param>
    public Optional(T value)
    {
        Value = value;
        IsSet = true;
    }

    /// <summary>Whether the member is part of the request.</summary>
    [DataMember]
    public bool IsSet { get; private init; }

    /// <summary>The value to send; the default of <typeparamref name="T" /> when the member is unset, so look at <see cref="IsSet" /> first.</summary>
    [DataMember]
    public T Value { get; private init; }

    /// <summary>Sets a member by assigning its value.</summary>
    /// <param name="value">The value to send, which may be <see langword="null" />.</param>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary><c>(unset)</c>, <c>null</c> or the value's own text.</summary>
    public override string ToString() => IsSet ? RecordText.Of(Value) : "(unset)";

    JsonConverter IOptional.CreateConverter() => new OptionalConverter<T>();
}
