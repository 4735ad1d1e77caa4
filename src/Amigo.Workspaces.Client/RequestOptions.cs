using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>Settings for one call. What is not set comes from the client.</summary>
/// <example>
/// <code>
/// var options = new RequestOptions { Timeout = TimeSpan.FromSeconds(5), MaxRetries = 0 };
/// await client.GetAsync(workspace.Id, options, cancellationToken);
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class RequestOptions
{
    /// <summary>The API key of this call, instead of the client's. No serializer prints it.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; init; }

    /// <summary>
    /// How long this call may take, instead of <see cref="WorkspacesClientOptions.TotalTimeout" />. Above zero, at most
    /// one day. A method that sends several requests gives each of them this long.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How often this call is retried, instead of <see cref="WorkspacesClientOptions.MaxRetries" />; 0 for never.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>
    /// Sends the request without checking it against the contract first, for a service that accepts more than this version knows.
    /// </summary>
    public bool SkipValidation { get; init; }

    /// <summary>
    /// Headers to send in addition to the client's, or instead of them. Names are tokens, values printable ASCII. <c>Authorization</c>, <c>Host</c>,
    /// <c>Transfer-Encoding</c>, <c>Expect</c> and the headers that describe a body cannot be set.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The options on one line. Of the key it says only whether it is set, of the headers how many there are.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(nameof(RequestOptions)).Append(" { ");
        RecordText.Print(
            text,
            (nameof(ApiKey), RecordText.IsSet(ApiKey)),
            (nameof(Timeout), Timeout),
            (nameof(MaxRetries), MaxRetries),
            (nameof(SkipValidation), SkipValidation),
            (nameof(Headers), RecordText.CountOf(Headers?.Count ?? 0))
        );
        return text.Append(" }").ToString();
    }

    // The options as they are now, checked: whatever the caller changes later has no effect.
    // Throws an ArgumentException when a member breaks its rule.
    internal static RequestOptions? Snapshot(RequestOptions? options)
    {
        OptionsRules.Check(options);
        return options?.Headers is null
            ? options
            : new RequestOptions
            {
                ApiKey = options.ApiKey,
                Timeout = options.Timeout,
                MaxRetries = options.MaxRetries,
                SkipValidation = options.SkipValidation,
                Headers = OptionsRules
                    .CopyHeaders(options)
                    .ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal),
            };
    }

    internal static RequestOptions WithoutRetries(RequestOptions? options) =>
        new()
        {
            ApiKey = options?.ApiKey,
            Timeout = options?.Timeout,
            MaxRetries = 0,
            SkipValidation = options?.SkipValidation ?? false,
            Headers = options?.Headers,
        };
}
