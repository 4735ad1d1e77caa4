using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amigo.Workspaces.Emulator.Http;
using Amigo.Workspaces.Emulator.State;
using Amigo.Workspaces.Emulator.Validation;
using Microsoft.AspNetCore.Http;

namespace Amigo.Workspaces.Emulator.Control;

/// <summary>The in-process API over HTTP, under <c>/_emulator</c>.</summary>
internal sealed class ControlEndpoint
{
    public const int MaxSeed = 100_000;

    private const string Root = "/_emulator";
    private const int MaxBodyBytes = 32 * 1024 * 1024;
    private const int MaxShown = 100;

    // Text as it is, for people who read it in a terminal.
    private static readonly ControlJson Json = new(
        new JsonSerializerOptions(ControlJson.Default.Options) { Encoder = JsonText.WriterOptions.Encoder }
    );

    private readonly EmulatedService _service;
    private readonly ControlAccess _access;
    private readonly IReadOnlyList<Resource> _resources;

    public ControlEndpoint(EmulatedService service, string? key)
    {
        _service = service;
        _access = new ControlAccess(key);
        _resources =
        [
            new(Root, "GET", _ => Overview()),
            new(Root + "/workspaces", "GET", _ => Workspaces(service.Store.Snapshot())),
            new(Root + "/journal", "GET", _ => Journal()),
            new(Root + "/journal", "DELETE", _ => Done(service.Journal.Clear)),
            new(Root + "/applied", "GET", _ => Ok(new AppliedDocument(service.Store.Applied()), Json.AppliedDocument)),
            new(Root + "/faults", "GET", _ => Faults()),
            new(Root + "/faults", "POST", Inject),
            new(Root + "/faults", "DELETE", _ => Done(service.Faults.Clear)),
            new(Root + "/clock", "GET", _ => Clock()),
            new(Root + "/clock", "POST", Advance),
            new(Root + "/seed", "POST", Seed),
            new(Root + "/keys", "POST", CreateKey),
            new(Root + "/reset", "POST", _ => Done(service.Reset)),
        ];
    }

    public static bool IsAt(string path) =>
        string.Equals(path, Root, StringComparison.Ordinal) || path.StartsWith(Root + "/", StringComparison.Ordinal);

    public async Task ProcessAsync(HttpContext context)
    {
        var answer = await AnswerAsync(context).ConfigureAwait(false);
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (answer.Allow is not null)
        {
            response.Headers.Allow = answer.Allow;
        }

        if (answer.Body.Length > 0)
        {
            response.ContentType = "application/json";
            response.ContentLength = answer.Body.Length;
            await response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static ControlAnswer Ok<T>(T document, JsonTypeInfo<T> type) => new(200, JsonSerializer.SerializeToUtf8Bytes(document, type));

    private static ControlAnswer Problem(int status, string detail) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(new ProblemDocument(detail), Json.ProblemDocument));

    private static ControlAnswer Done(Action action)
    {
        action();
        return new(204, []);
    }

    private static ControlAnswer Workspaces(IEnumerable<EmulatedWorkspace> workspaces) =>
        Ok(new WorkspacesDocument([.. workspaces.Select(WorkspaceDocument.Of)]), Json.WorkspacesDocument);

    /// <summary>What an exception says, without the name of the parameter that the runtime adds.</summary>
    private static string WordsOf(Exception exception)
    {
        var end = exception.Message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message[..end];
    }

    private async Task<ControlAnswer> AnswerAsync(HttpContext context)
    {
        if (_access.Refusal(context) is { } refusal)
        {
            return Problem(403, refusal);
        }

        var (path, method) = (context.Request.Path.Value!.TrimEnd('/'), context.Request.Method);
        var onPath = _resources.Where(resource => string.Equals(resource.Path, path, StringComparison.Ordinal)).ToList();
        if (onPath.Count == 0)
        {
            return Problem(
                404,
                $"There is {string.Join(", ", _resources.Select(resource => resource.Path).Distinct(StringComparer.Ordinal))}."
            );
        }

        if (onPath.Find(resource => string.Equals(resource.Method, method, StringComparison.Ordinal)) is not { } found)
        {
            return Problem(405, "Method Not Allowed") with { Allow = string.Join(", ", onPath.Select(resource => resource.Method)) };
        }

        if (await RequestBody.ReadAsync(context, MaxBodyBytes).ConfigureAwait(false) is not { } body)
        {
            return Problem(413, FormattableString.Invariant($"Request body is larger than {MaxBodyBytes} bytes."));
        }

        try
        {
            return found.Answer(body);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return Problem(400, WordsOf(exception));
        }
        catch (IOException exception)
        {
            return Problem(500, $"Carried out, but the state file cannot be written: {exception.Message}");
        }
    }

    private ControlAnswer Overview()
    {
        var workspaces = _service.Store.Snapshot();
        var requests = _service.Journal.Snapshot();
        return Ok(
            new OverviewDocument(
                workspaces.Count(workspace => workspace.ArchivedAt is null),
                workspaces.Count(workspace => workspace.ArchivedAt is not null),
                requests.Count,
                _service.Journal.Forgotten,
                [.. workspaces.TakeLast(MaxShown).Reverse().Select(WorkspaceDocument.Of)],
                [.. requests.TakeLast(MaxShown).Reverse().Select(request => RequestDocument.Of(request).Shortened())],
                [.. _service.Faults.Snapshot().Select(FaultDocument.Of)]
            ),
            Json.OverviewDocument
        );
    }

    private ControlAnswer Journal() =>
        Ok(
            new JournalDocument([.. _service.Journal.Snapshot().Select(RequestDocument.Of)], _service.Journal.Forgotten),
            Json.JournalDocument
        );

    private ControlAnswer Faults() => Ok(new FaultsDocument([.. _service.Faults.Snapshot().Select(FaultDocument.Of)]), Json.FaultsDocument);

    private ControlAnswer Inject(byte[] body)
    {
        var document = StateJson.Read(body, Json.FaultDocument);
        _service.Inject(document.ToFault(), document.Operation, document.TimesOrOnce);
        return Faults();
    }

    private ControlAnswer Clock() => Ok(new ClockDocument(_service.Clock.Now()), Json.ClockDocument);

    private ControlAnswer Advance(byte[] body)
    {
        var seconds =
            StateJson.Read(body, Json.AdvanceDocument).AdvanceSeconds ?? throw new FormatException("The clock takes advance_seconds.");
        if (!(seconds >= 0 && seconds <= EmulatorClock.MaxAdvance.TotalSeconds))
        {
            throw new FormatException("advance_seconds is at least 0 and at most ten years.");
        }

        _service.Clock.Advance(TimeSpan.FromSeconds(seconds));
        return Clock();
    }

    private ControlAnswer Seed(byte[] body)
    {
        var document = StateJson.Read(body, Json.SeedDocument);
        return (document.Count, document.Workspaces) switch
        {
            (>= 0 and <= MaxSeed and var count, null) => Workspaces(_service.Seed(count, customize: null)),
            (null, { } workspaces) => Workspaces(_service.Seed(WorkspaceDocument.ReadAll(workspaces, _service.Clock.Now()))),
            _ => throw new FormatException(FormattableString.Invariant($"A seed takes either count, from 0 to {MaxSeed}, or workspaces.")),
        };
    }

    private ControlAnswer CreateKey(byte[] body)
    {
        var role = StateJson.Read(body, Json.RoleDocument).Role ?? throw new FormatException("A key takes a role.");
        return Ok(new KeyDocument(_service.CreateApiKey(role), role), Json.KeyDocument);
    }

    private sealed record Resource(string Path, string Method, Func<byte[], ControlAnswer> Answer);

    private sealed record ControlAnswer(int Status, byte[] Body)
    {
        public string? Allow { get; init; }
    }
}
