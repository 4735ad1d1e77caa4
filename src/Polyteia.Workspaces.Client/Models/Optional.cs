using System.Diagnostics.CodeAnalysis;

namespace Polyteia.Workspaces.Client;

/// <summary>
/// A member of a partial update: unset (left out of the request), set to <see langword="null" /> (sent as <c>null</c>) or set to a value.
/// </summary>
/// <remarks>A value of <typeparamref name="T" /> converts implicitly; the default is unset.</remarks>
/// <typeparam name="T">The type of the value, nullable when <c>null</c> can be sent.</typeparam>
[SuppressMessage("Naming", "CA1716", Justification = "A keyword in Visual Basic alone, where it can be escaped.")]
public readonly record struct Optional<T>
{
    private readonly T _value;

    /// <summary>Creates a member that is set.</summary>
    /// <param name="value">The value to send, which may be <see langword="null" />.</param>
    public Optional(T value)
    {
        _value = value;
        IsSet = true;
    }

    /// <summary>Whether the member is part of the request.</summary>
    public bool IsSet { get; }

    /// <summary>The value to send.</summary>
    /// <exception cref="InvalidOperationException">The member is unset: look at <see cref="IsSet" /> first.</exception>
    public T Value => IsSet ? _value : throw new InvalidOperationException("The optional member is unset and has no value.");

    /// <summary>Sets a member by assigning its value.</summary>
    /// <param name="value">The value to send, which may be <see langword="null" />.</param>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary><c>(unset)</c>, <c>null</c> or the value's own text.</summary>
    public override string ToString() => IsSet ? _value?.ToString() ?? "null" : "(unset)";
}
