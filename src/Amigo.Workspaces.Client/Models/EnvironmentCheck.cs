using System.Text;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>The answer of <c>check-environment-conversion</c>: what a conversion would mean. The check itself changes nothing.</summary>
public sealed record EnvironmentCheck
{
    /// <summary>The environment that the workspace is in, as the service names it.</summary>
    [JsonPropertyName("current")]
    [JsonRequired]
    public string Current { get; init; } = "";

    /// <summary>The environment to convert to, as the service names it.</summary>
    [JsonPropertyName("target")]
    [JsonRequired]
    public string Target { get; init; } = "";

    /// <summary>The warnings to read before converting; empty when there are none.</summary>
    [JsonPropertyName("warnings")]
    [JsonRequired]
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether every member of both is equal, the warnings one by one.</summary>
    /// <param name="other">The other check.</param>
    public bool Equals(EnvironmentCheck? other) =>
        other is not null
        && string.Equals(Current, other.Current, StringComparison.Ordinal)
        && string.Equals(Target, other.Target, StringComparison.Ordinal)
        && ListEquality.AreEqual(Warnings, other.Warnings);

    /// <summary>A number that equal checks share.</summary>
    public override int GetHashCode() => (Current, Target, ListEquality.HashOf(Warnings)).GetHashCode();

    private bool PrintMembers(StringBuilder builder) =>
        RecordText.Print(
            builder,
            (nameof(Current), Current),
            (nameof(Target), Target),
            (nameof(Warnings), $"[{string.Join("; ", Warnings)}]")
        );
}
