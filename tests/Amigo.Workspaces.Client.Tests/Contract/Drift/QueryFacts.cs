using System.Globalization;
using System.Reflection;
using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;
using Microsoft.AspNetCore.WebUtilities;

namespace Amigo.Workspaces.Client.Tests.Contract.Drift;

/// <summary>Finds out what can be sent as a query parameter, by trying, and what stands for one that is left out.</summary>
internal sealed class QueryFacts(string id, ClientProbe probe, ParameterInfo input)
{
    // Every number around the limits that the contract could mean, and the ends of the type.
    private const int Around = 120;

    private readonly Type _type = Nullable.GetUnderlyingType(input.ParameterType) ?? input.ParameterType;

    public async Task<string> ObserveAsync()
    {
        var name = await NameAsync();
        var type = _type.IsEnum ? await OneOfAsync(name) : await RangeAsync();
        return Fact.Parameter(id, "query", name, type, required: !input.HasDefaultValue, await DefaultAsync(name));
    }

    /// <summary>The one name in the query whose value follows the argument's.</summary>
    private async Task<string> NameAsync()
    {
        var values = _type.IsEnum ? Enum.GetValues(_type).Cast<object>().Take(2).ToArray() : [Number(1), Number(2)];
        var one = await QueryAsync(values[0]);
        var other = await QueryAsync(values[1]);
        return one!.Keys.Single(name => one[name] != other![name]);
    }

    private async Task<string> OneOfAsync(string name)
    {
        (await QueryAsync(Enum.ToObject(_type, 99))).Should().BeNull("no other value has a name on the wire");
        var sent = new List<string>();
        foreach (var value in Enum.GetValues(_type))
        {
            sent.Add((await QueryAsync(value))![name]);
        }

        return Fact.OneOf(sent);
    }

    private async Task<string> RangeAsync()
    {
        var least = Number(_type == typeof(int) ? int.MinValue : long.MinValue);
        var most = Number(_type == typeof(int) ? int.MaxValue : long.MaxValue);
        var accepted = new List<int>();
        for (var number = -Around; number <= Around; number++)
        {
            if (await QueryAsync(Number(number)) is not null)
            {
                accepted.Add(number);
            }
        }

        return Fact.Range(
            "integer",
            await QueryAsync(least) is null ? accepted.Min().ToString(CultureInfo.InvariantCulture) : null,
            await QueryAsync(most) is null ? accepted.Max().ToString(CultureInfo.InvariantCulture) : null
        );
    }

    private Task<string?> DefaultAsync(string name) =>
        input.Name switch
        {
            "limit" => DefaultLimitAsync(),
            "continuationToken" => DefaultTokenAsync(),
            _ => SentByDefaultAsync(name),
        };

    private async Task<string?> SentByDefaultAsync(string name) => (await QueryAsync(Type.Missing))![name];

    /// <summary>Left out, it is for the service to choose: the emulator does as the service.</summary>
    private static async Task<string?> DefaultLimitAsync()
    {
        await using var emulator = await WorkspacesEmulator.StartAsync();
        emulator.Seed(300);
        using var client = Given.Client(emulator.BaseAddress, options => options.ApiKey = emulator.CreateApiKey(WorkspaceRole.Viewer));
        var page = await client.Workspaces.ListWorkspacesAsync();
        return page.Value.Items.Count.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A pager that began without a token refuses to be led back to where it began, and no further.</summary>
    private static async Task<string?> DefaultTokenAsync()
    {
        for (var token = -10L; token < 100; token++)
        {
            await using var server = await StubServer.StartAsync(200, $$"""{"items":[],"has_more":true,"continuation_token":{{token}}}""");
            using var client = Given.Client(server.BaseAddress);
            await using var pages = client.ListAsync().AsPages().GetAsyncEnumerator();
            if (await Record.ExceptionAsync(async () => await pages.MoveNextAsync()) is null)
            {
                return (token - 1).ToString(CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private object Number(long number) => Convert.ChangeType(number, _type, CultureInfo.InvariantCulture);

    private async Task<Dictionary<string, string>?> QueryAsync(object value) =>
        await probe.SentAsync(probe.ArgumentsWith(input, value)) is { } sent
            ? QueryHelpers.ParseQuery(sent.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString())
            : null;
}
