using Amigo.Workspaces.Emulator.Faults;
using Microsoft.AspNetCore.WebUtilities;

namespace Amigo.Workspaces.Emulator;

/// <summary>Something that goes wrong with a request. Immutable: one value can be injected many times.</summary>
/// <remarks>
/// A fault strikes after authentication and before everything else: a request without a known key gets its 401 and uses up no fault,
/// and a request with any key, whatever its role, suffers it. "Applied" means what the request would have come to without the fault,
/// which for a bad request is its error.
/// </remarks>
public sealed class Fault
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    private Fault(FaultKind kind) => Kind = kind;

    /// <summary>The connection is reset and the operation is not applied.</summary>
    public static Fault ResetBeforeApply { get; } = new(FaultKind.ResetBeforeApply);

    /// <summary>The operation is applied, then the connection is reset without an answer.</summary>
    public static Fault ResetAfterApply { get; } = new(FaultKind.ResetAfterApply);

    /// <summary>The operation is applied; the answer promises its whole length and the connection ends half-way through the body.</summary>
    public static Fault TruncatedBody { get; } = new(FaultKind.TruncatedBody);

    /// <summary>The operation is applied; the answer stops half-way through the body, and the connection stays open until the caller leaves.</summary>
    public static Fault StalledBody { get; } = new(FaultKind.StalledBody);

    /// <summary>The operation is applied and answered with its own status, complete, but the body is not valid JSON.</summary>
    public static Fault MalformedJson { get; } = new(FaultKind.MalformedJson);

    internal FaultKind Kind { get; }

    internal int StatusCode { get; private init; }

    internal string Body { get; private init; } = "";

    internal IReadOnlyDictionary<string, string> Headers { get; private init; } = NoHeaders;

    internal TimeSpan Wait { get; private init; }

    /// <summary>Answers with a status; the operation is not applied.</summary>
    /// <param name="status">The status, 200 to 599.</param>
    /// <param name="body">The body; null for <c>{"detail":"…"}</c> with the status's name. Statuses that carry no body never send it.</param>
    /// <param name="headers">
    /// Headers to add, or to send instead of the emulator's own, such as <c>Retry-After</c> or <c>Content-Type</c> (<c>application/json</c> otherwise).
    /// Those that frame the message (<c>Content-Length</c>, <c>Transfer-Encoding</c>, <c>Connection</c>) cannot be set.
    /// </param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is below 200 or above 599.</exception>
    /// <exception cref="ArgumentException">A header cannot be sent.</exception>
    public static Fault Status(int status, string? body = null, IReadOnlyDictionary<string, string>? headers = null)
    {
        RequireStatus(status);
        var copy = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers ?? NoHeaders)
        {
            FaultHeaders.Require(name, value);
            copy[name] = value;
        }

        return new(FaultKind.Status)
        {
            StatusCode = status,
            Body = body ?? DetailOf(status),
            Headers = copy,
        };
    }

    /// <summary>Waits by the emulator's clock, then serves as usual; also when the caller has left by then, as a slow service would.</summary>
    /// <param name="delay">How long: zero to 24 days.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative or too long.</exception>
    public static Fault Delay(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, TimeSpan.FromDays(24));
        return new(FaultKind.Delay) { Wait = delay };
    }

    /// <summary>The operation is applied, and answered with another status, as when a proxy gives up on a slow service.</summary>
    /// <param name="status">The status, 200 to 599.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status is below 200 or above 599.</exception>
    public static Fault StatusAfterApply(int status)
    {
        RequireStatus(status);
        return new(FaultKind.StatusAfterApply) { StatusCode = status, Body = DetailOf(status) };
    }

    /// <summary>The fault's name, for messages.</summary>
    /// <returns>Such as <c>Status(503)</c> or <c>StalledBody</c>.</returns>
    public override string ToString() =>
        Kind switch
        {
            FaultKind.Status or FaultKind.StatusAfterApply => FormattableString.Invariant($"{Kind}({StatusCode})"),
            FaultKind.Delay => FormattableString.Invariant($"{Kind}({Wait})"),
            _ => Kind.ToString(),
        };

    private static void RequireStatus(int status)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
    }

    private static string DetailOf(int status) =>
        ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase
            ? $$"""{"detail":"{{phrase}}"}"""
            : """{"detail":"Injected fault."}""";
}
