using System.Text;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>
/// The phone numbers of a workspace's test callers: calls from them are marked as tests and kept out of the outbound sync to the health record.
/// </summary>
public sealed record TestCallerNumbers
{
    /// <summary>The numbers; a request may hold at most 100, none of them <see langword="null" />.</summary>
    [JsonPropertyName("numbers")]
    [JsonRequired]
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Whether both hold the same numbers in the same order.</summary>
    /// <param name="other">The other numbers.</param>
    public bool Equals(TestCallerNumbers? other) => other is not null && ListEquality.AreEqual(Numbers, other.Numbers);

    /// <summary>A number that equal ones share.</summary>
    public override int GetHashCode() => ListEquality.HashOf(Numbers);

    // How many there are, and not which: a phone number does not belong in a log.
    private bool PrintMembers(StringBuilder builder) => RecordText.Print(builder, (nameof(Numbers), RecordText.CountOf(Numbers.Count)));
}
