using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>One answer of <c>list-workspaces</c>, as the service sent it.</summary>
public sealed record WorkspacePage
{
    /// <summary>The workspaces of this page, in the service's order.</summary>
    [JsonPropertyName("items")]
    [JsonRequired]
    public IReadOnlyList<Workspace> Items { get; init; } = [];

    /// <summary>Whether the service has more workspaces after this page.</summary>
    [JsonPropertyName("has_more")]
    [JsonRequired]
    public bool HasMore { get; init; }

    /// <summary>The token that asks for the next page; <see langword="null" /> when the service sent none.</summary>
    [JsonPropertyName("continuation_token")]
    public long? ContinuationToken { get; init; }

    /// <summary>How many workspaces there are in all; <see langword="null" /> when the service does not say.</summary>
    [JsonPropertyName("total")]
    public long? Total { get; init; }
}
