using System.Reflection;
using System.Text.Json;
using Amigo.Workspaces.Client.Tests.Contract.Stubs;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Contract.Drift;

/// <summary>What the client promises: found in its public types and, for what types do not say, by trying over real HTTP.</summary>
public sealed class ClientFacts : IAsyncLifetime
{
    /// <summary>
    /// Error bodies are read best effort: whatever of them is missing or different, the status still becomes its exception. So this part of the
    /// contract cannot be found by trying. It is what the reader was written for, on the operations that document it.
    /// </summary>
    private static readonly string[] ErrorBody =
    [
        "application/json",
        "$: object",
        "$.detail: list 0..-, optional",
        "$.detail[]: object",
        "$.detail[].loc: list 0..-, required",
        "$.detail[].loc[]: text 0..- or integer -..-",
        "$.detail[].msg: text 0..-, required",
        "$.detail[].type: text 0..-, required",
        // These two may repeat what the caller sent, and are left alone.
        "$.detail[].input: anything, optional",
        "$.detail[].ctx: object, optional",
    ];

    private static readonly string[] OperationsWithErrorBody =
    [
        "list-workspaces",
        "check-environment-conversion",
        "update-test-caller-numbers",
    ];

    public IReadOnlySet<string> All { get; private set; } = new HashSet<string>();

    public async ValueTask InitializeAsync()
    {
        await using var server = await Answering.StartAsync();
        using var client = Given.Client(server.BaseAddress, options => options.MaxRetries = 0);
        var facts = new SortedSet<string>(StringComparer.Ordinal)
        {
            $"the server is {new WorkspacesClientOptions().BaseAddress.GetLeftPart(UriPartial.Authority)}",
        };
        foreach (
            var (tag, type, api) in new[]
            {
                ("Workspaces", typeof(IWorkspacesApi), (object)client.Workspaces),
                ("Account", typeof(IAccountApi), client.Account),
            }
        )
        {
            foreach (var method in type.GetMethods())
            {
                facts.UnionWith(await OfOperationAsync(tag, new ClientProbe(server, api, method)));
            }
        }

        var any = typeof(IWorkspacesApi).GetMethod(nameof(IWorkspacesApi.GetWorkspaceAsync))!;
        facts.UnionWith(await OfErrorsAsync(new ClientProbe(server, client.Workspaces, any)));
        All = facts;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<IReadOnlyList<string>> OfOperationAsync(string tag, ClientProbe probe)
    {
        var id = await probe.OperationIdAsync();
        var sent = (await probe.SentAsync(probe.FullArguments()))!;
        var facts = new List<string>
        {
            Fact.Operation(id, sent.Method, TemplateOf(sent, probe)),
            Fact.Tag(id, tag),
            Fact.Security(id, sent.Headers["Authorization"] == "Bearer " + Given.Key ? "http bearer" : "nothing"),
        };
        foreach (var input in probe.Inputs)
        {
            facts.AddRange(await OfInputAsync(id, probe, input, sent));
        }

        facts.AddRange(await new ResponseFacts(id, probe).ObserveAsync());
        facts.AddRange(OfStatuses(id));
        return facts;
    }

    private static async Task<IReadOnlyList<string>> OfInputAsync(string id, ClientProbe probe, ParameterInfo input, SeenRequest sent)
    {
        var required = !input.HasDefaultValue;
        if (input.ParameterType == typeof(Guid))
        {
            return [Fact.Parameter(id, "path", PathName(input), "uuid", required, null)];
        }

        if (input.ParameterType.IsClass)
        {
            return [Fact.Body(id, required, sent.Headers["Content-Type"]), .. await new RequestFacts(id, probe, input).ObserveAsync()];
        }

        return [await new QueryFacts(id, probe, input).ObserveAsync()];
    }

    /// <summary>The statuses that the stubs drive the operation with.</summary>
    private static List<string> OfStatuses(string id)
    {
        var facts = DocumentedAnswer
            .All.Where(answer => answer.OperationId == id)
            .Select(answer => Fact.Answer(id, answer.Status))
            .ToList();
        if (OperationsWithErrorBody.Contains(id))
        {
            facts.AddRange(ErrorBody.Select(fact => $"{id} 422 reads {fact}"));
        }

        return facts;
    }

    /// <summary>Every error whose exception is more than the base kind, which no operation decides.</summary>
    private static async Task<IReadOnlyList<string>> OfErrorsAsync(ClientProbe probe)
    {
        var facts = new List<string>();
        for (var status = 300; status < 600; status++)
        {
            if (await probe.KindOfAsync(status) != typeof(WorkspacesApiException))
            {
                facts.Add(Fact.NamedStatus(status));
            }
        }

        return facts;
    }

    private static string TemplateOf(SeenRequest sent, ClientProbe probe) =>
        probe
            .Inputs.Where(input => input.ParameterType == typeof(Guid))
            .Aggregate(
                sent.Path,
                (path, input) => path.Replace(Given.WorkspaceId.ToString(), $"{{{PathName(input)}}}", StringComparison.Ordinal)
            );

    /// <summary>What a path calls a parameter is not on the wire; the client calls it by the same name.</summary>
    private static string PathName(ParameterInfo input) => JsonNamingPolicy.SnakeCaseLower.ConvertName(input.Name!);
}
