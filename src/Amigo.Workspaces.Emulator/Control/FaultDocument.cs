using System.Text.Json;
using System.Text.Json.Serialization;
using Amigo.Workspaces.Emulator.Faults;

namespace Amigo.Workspaces.Emulator.Control;

/// <summary>A fault as the control endpoint takes and shows it.</summary>
internal sealed record FaultDocument
{
    private static readonly Dictionary<FaultKind, string> Names = Enum.GetValues<FaultKind>()
        .ToDictionary(kind => kind, kind => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()));

    public string? Kind { get; init; }

    public string? Operation { get; init; }

    public int? Times { get; init; }

    public int? Status { get; init; }

    public string? Body { get; init; }

    public IReadOnlyDictionary<string, string?>? Headers { get; init; }

    public int? DelayMs { get; init; }

    [JsonIgnore]
    public int TimesOrOnce => Times ?? 1;

    public static FaultDocument Of(WaitingFault waiting)
    {
        var fault = waiting.Fault;
        var isStatus = fault.Kind is FaultKind.Status or FaultKind.StatusAfterApply;
        return new FaultDocument
        {
            Kind = Names[fault.Kind],
            Operation = waiting.OperationId,
            Times = waiting.Times,
            Status = isStatus ? fault.StatusCode : null,
            Body = fault.Kind == FaultKind.Status ? fault.Body : null,
            Headers =
                fault.Headers.Count == 0
                    ? null
                    : fault.Headers.ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal),
            DelayMs = fault.Kind == FaultKind.Delay ? (int)fault.Wait.TotalMilliseconds : null,
        };
    }

    /// <summary>The fault that it describes.</summary>
    /// <exception cref="FormatException">It describes none.</exception>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public Fault ToFault()
    {
        var fault = Kind switch
        {
            "status" => Fault.Status(
                RequireStatus(),
                Body,
                Headers?.ToDictionary(pair => pair.Key, pair => pair.Value ?? "", StringComparer.Ordinal)
            ),
            "status_after_apply" => Fault.StatusAfterApply(RequireStatus()),
            "delay" => Fault.Delay(TimeSpan.FromMilliseconds(DelayMs ?? throw new FormatException("The kind delay takes delay_ms."))),
            "reset_before_apply" => Fault.ResetBeforeApply,
            "reset_after_apply" => Fault.ResetAfterApply,
            "truncated_body" => Fault.TruncatedBody,
            "stalled_body" => Fault.StalledBody,
            "malformed_json" => Fault.MalformedJson,
            _ => throw new FormatException($"kind is one of {string.Join(", ", Names.Values)}."),
        };
        RequireNothingElse(fault.Kind);
        return fault;
    }

    private int RequireStatus() => Status ?? throw new FormatException($"The kind {Kind} takes a status.");

    // What would have no effect is a mistake of who sent it.
    private void RequireNothingElse(FaultKind kind)
    {
        var superfluous =
            Status is not null && kind is not (FaultKind.Status or FaultKind.StatusAfterApply) ? "status"
            : Body is not null && kind != FaultKind.Status ? "body"
            : Headers is not null && kind != FaultKind.Status ? "headers"
            : DelayMs is not null && kind != FaultKind.Delay ? "delay_ms"
            : null;
        if (superfluous is not null)
        {
            throw new FormatException($"The kind {Kind} takes no {superfluous}.");
        }
    }
}
