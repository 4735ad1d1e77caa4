using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using Amigo.Workspaces.Client.Tests.Contract.Stubs;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Contract.Drift;

/// <summary>Calls one method of the public API over real HTTP, with any arguments and any answer, to see what comes of it.</summary>
internal sealed class ClientProbe
{
    private readonly Answering _server;
    private readonly object _api;
    private readonly MethodInfo _method;

    public ClientProbe(Answering server, object api, MethodInfo method)
    {
        _server = server;
        _api = api;
        _method = method;
        Inputs = [.. method.GetParameters().Where(parameter => !IsOfEveryMethod(parameter))];
    }

    /// <summary>The parameters that are the operation's own.</summary>
    public IReadOnlyList<ParameterInfo> Inputs { get; }

    public Type ResultType => _method.ReturnType.GetGenericArguments()[0].GetGenericArguments()[0];

    /// <summary>What the client names the operation, which it does when the service says no.</summary>
    public async Task<string> OperationIdAsync()
    {
        _server.Respond(418, "");
        return (await Assert.ThrowsAnyAsync<WorkspacesException>(() => CallAsync(FullArguments()))).Operation;
    }

    /// <summary>What is sent for these arguments; <see langword="null" /> when the client refuses them.</summary>
    public async Task<SeenRequest?> SentAsync(object?[] arguments)
    {
        _server.Respond(200, Samples.Answer(ResultType).ToJsonString());
        try
        {
            await CallAsync(arguments);
            return _server.Last;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What the client makes of an answer; <see langword="null" /> when it is refused.</summary>
    public async Task<object?> ReadAsync(JsonNode? answer)
    {
        _server.Respond(200, answer?.ToJsonString() ?? "null");
        try
        {
            return await CallAsync(ArgumentsFor(answer));
        }
        catch (WorkspacesResponseException)
        {
            return null;
        }
    }

    /// <summary>The exception for an error of this status.</summary>
    public async Task<Type> KindOfAsync(int status)
    {
        // Without a body, which some of them must not have.
        _server.Respond(status, "");
        return (await Assert.ThrowsAnyAsync<WorkspacesApiException>(() => CallAsync(FullArguments()))).GetType();
    }

    /// <summary>Every argument set.</summary>
    public object?[] FullArguments() => [.. Inputs.Select(input => Samples.Argument(input.ParameterType))];

    /// <summary>Every argument set but one, which is given.</summary>
    public object?[] ArgumentsWith(ParameterInfo input, object? value) =>
        [.. Inputs.Select(each => each == input ? value : Samples.Argument(each.ParameterType))];

    /// <summary>Asks for the workspace that the answer is about: the client refuses an answer about another.</summary>
    private object?[] ArgumentsFor(JsonNode? answer)
    {
        var body = answer as JsonObject;
        var workspace = body?["workspace"] as JsonObject ?? body;
        return workspace?["id"] is JsonValue id && id.TryGetValue<string>(out var text) && Guid.TryParse(text, out var asked)
            ? [.. Inputs.Select(input => input.ParameterType == typeof(Guid) ? asked : Samples.Argument(input.ParameterType))]
            : FullArguments();
    }

    private static bool IsOfEveryMethod(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(RequestOptions) || parameter.ParameterType == typeof(CancellationToken);

    private async Task<object> CallAsync(object?[] arguments)
    {
        const BindingFlags optional = BindingFlags.OptionalParamBinding | BindingFlags.DoNotWrapExceptions;
        object?[] all = [.. arguments, null, CancellationToken.None];
        var task = (Task)_method.Invoke(_api, optional, binder: null, all, culture: null)!;
        await task;
        var response = task.GetType().GetProperty("Result")!.GetValue(task)!;
        return response.GetType().GetProperty("Value")!.GetValue(response)!;
    }
}

/// <summary>A server that answers as it was last told, and keeps the last request alone: there are thousands.</summary>
internal sealed class Answering : IAsyncDisposable
{
    private StubServer? _server;
    private (int Status, string Body) _answer;

    public Uri BaseAddress => _server!.BaseAddress;

    public SeenRequest Last => _server!.Requests[^1];

    public static async Task<Answering> StartAsync()
    {
        var answering = new Answering();
        answering._server = await StubServer.StartAsync((context, _) => StubServer.RespondAsync(context, answering._answer));
        return answering;
    }

    public void Respond(int status, string body) => _answer = (status, body);

    public ValueTask DisposeAsync() => _server!.DisposeAsync();
}
