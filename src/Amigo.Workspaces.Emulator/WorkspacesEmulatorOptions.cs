using System.Net;
using Amigo.Workspaces.Emulator.State;

namespace Amigo.Workspaces.Emulator;

/// <summary>How a <see cref="WorkspacesEmulator"/> runs. Read once, when it starts.</summary>
public sealed class WorkspacesEmulatorOptions
{
    private static readonly TimeSpan MaxLatency = TimeSpan.FromMinutes(1);

    /// <summary>The address to listen on: loopback, which is <c>127.0.0.1</c>, by default. Any other lets other machines in.</summary>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>The port to listen on, 0 to 65535. 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The clock behind every date, wait and rate-limit window.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// How many requests are answered within a minute, over all keys together; those past it get a 429 with <c>Retry-After</c>.
    /// At least 1; 10 000 by default.
    /// </summary>
    public int RateLimit { get; set; } = 10_000;

    /// <summary>How long each answer of the service is delayed: zero, the default, to one minute.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>
    /// Keys that are accepted beside those that <see cref="WorkspacesEmulator.CreateApiKey"/> makes, with their roles. A key is printable
    /// ASCII without spaces.
    /// </summary>
    public IDictionary<string, WorkspaceRole> ApiKeys { get; } = new Dictionary<string, WorkspaceRole>(StringComparer.Ordinal);

    /// <summary>The workspaces that it starts with, and goes back to on <see cref="WorkspacesEmulator.Reset"/>. None by default.</summary>
    public IReadOnlyList<EmulatedWorkspace> Workspaces { get; set; } = [];

    /// <summary>
    /// A file that keeps the workspaces and the keys that were made; null, the default, keeps nothing. It is written whenever they change,
    /// before the answer is sent. When it is there at the start, it is read, and <see cref="Workspaces"/> are not added.
    /// </summary>
    public string? StateFile { get; set; }

    /// <summary>
    /// The origins of web pages that may use the service from a browser, such as <c>http://localhost:3000</c>, or <c>*</c> for all. None by
    /// default.
    /// </summary>
    public IList<string> CorsOrigins { get; } = [];

    /// <summary>
    /// The key that the control endpoint asks for in the header <c>X-Emulator-Key</c>; printable ASCII without spaces. Null, the default,
    /// asks for none and serves this machine alone.
    /// </summary>
    public string? ControlKey { get; set; }

    // Called with every request of the service once it has ended.
    internal Action<RecordedRequest>? OnRequest { get; init; }

    /// <summary>The options on one line. It counts keys and shows none.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{nameof(WorkspacesEmulatorOptions)} {{ Address = {Address}, Port = {Port}, RateLimit = {RateLimit}, Latency = {Latency}, ApiKeys = [{ApiKeys.Count} items], StateFile = {StateFile ?? "null"} }}"
        );

    // What is wrong with the options.
    internal IEnumerable<string> Problems()
    {
        if (TimeProvider is null || Address is null || Workspaces is null)
        {
            yield return "TimeProvider, Address and Workspaces cannot be null.";
        }

        if (Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            yield return FormattableString.Invariant($"Port is {Port}; it must be 0 to 65535.");
        }

        if (RateLimit < 1)
        {
            yield return FormattableString.Invariant($"RateLimit is {RateLimit}; it must be at least 1.");
        }

        if (Latency < TimeSpan.Zero || Latency > MaxLatency)
        {
            yield return FormattableString.Invariant($"Latency is {Latency}; it must be zero to one minute.");
        }

        if (StateFile is not null && string.IsNullOrWhiteSpace(StateFile))
        {
            yield return "StateFile is empty.";
        }

        if ((ControlKey is not null && !State.ApiKeys.IsValid(ControlKey)) || !ApiKeys.Keys.All(State.ApiKeys.IsValid))
        {
            yield return "ControlKey and the keys of ApiKeys must be printable ASCII without spaces.";
        }

        if (!ApiKeys.Values.All(Enum.IsDefined))
        {
            yield return "A key of ApiKeys has a role that does not exist.";
        }

        if (CorsOrigins.FirstOrDefault(origin => !Http.Cors.IsOrigin(origin)) is { } wrong)
        {
            yield return $"'{wrong}' in CorsOrigins is not an origin, such as http://localhost:3000 without a path, nor *.";
        }
    }
}
