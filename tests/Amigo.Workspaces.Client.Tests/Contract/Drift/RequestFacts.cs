using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client.Tests.Contract.Drift;

/// <summary>Finds out what can be sent in a request's body, by trying.</summary>
internal sealed class RequestFacts(string id, ClientProbe probe, ParameterInfo input)
{
    // Far beyond every limit that the contract could mean.
    private const int Endless = 5000;
    private const int LongestLimit = 120;

    private readonly object _full = Samples.Argument(input.ParameterType);

    public async Task<IReadOnlyList<string>> ObserveAsync()
    {
        var body = JsonNode.Parse((await probe.SentAsync(probe.FullArguments()))!.Body)!;
        var facts = new List<string> { Fact.Item($"{id} sends", "$", body is JsonObject ? "object" : "no object") };
        foreach (var member in input.ParameterType.GetProperties().Where(property => property.CanWrite))
        {
            var name = member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? member.Name;
            var path = "$." + name;
            var type = await TypeOfAsync(member, name);
            facts.Add(Fact.Member($"{id} sends", path, type, await IsRequiredAsync(member, name)));
            if (IsList(member))
            {
                facts.Add(Fact.Item($"{id} sends", path + "[]", await ItemTypeAsync(member)));
            }
        }

        return facts;
    }

    private async Task<string> TypeOfAsync(PropertyInfo member, string name)
    {
        var type = ValueTypeOf(member);
        var text =
            IsList(member) ? await RangeAsync("list", length => AcceptsAsync(member, Enumerable.Repeat("+1", length).ToArray()))
            : type == typeof(string) ? await TextAsync(text => AcceptsAsync(member, text))
            : await OneOfAsync(member, type, name);
        return await AcceptsNullAsync(member) ? text + Fact.OrNull : text;
    }

    private async Task<string> ItemTypeAsync(PropertyInfo member)
    {
        var text = await TextAsync(text => AcceptsAsync(member, new[] { text }));
        return await AcceptsAsync(member, new string[] { null! }) ? text + Fact.OrNull : text;
    }

    private async Task<string> OneOfAsync(PropertyInfo member, Type type, string name)
    {
        var unknown = type.IsEnum ? Enum.ToObject(type, 99) : Activator.CreateInstance(type, "unknown")!;
        if (await AcceptsAsync(member, unknown))
        {
            return "anything";
        }

        var known = type.IsEnum
            ? Enum.GetValues(type).Cast<object>()
            : type.GetProperties(BindingFlags.Public | BindingFlags.Static)
                .Where(property => property.PropertyType == type)
                .Select(property => property.GetValue(null)!);
        var sent = new List<string>();
        foreach (var value in known)
        {
            sent.Add((await SentAsync(member, value))![name]!.GetValue<string>());
        }

        return Fact.OneOf(sent);
    }

    /// <summary>A member that can be left out is not required, and one that is sent or refused in its absence is.</summary>
    private async Task<bool> IsRequiredAsync(PropertyInfo member, string name)
    {
        var absent = member.PropertyType.IsValueType ? Activator.CreateInstance(member.PropertyType) : null;
        var sent = await SentAsync(With(member, absent));
        return sent is null || sent.ContainsKey(name);
    }

    private async Task<bool> AcceptsNullAsync(PropertyInfo member) =>
        (IsOptional(member) || !member.PropertyType.IsValueType) && await AcceptsAsync(member, null);

    private static async Task<string> TextAsync(Func<string, Task<bool>> accepts) =>
        await RangeAsync("text", length => accepts(new string('a', length))) + await CharacterProbe.DescribeAsync(accepts);

    private static async Task<string> RangeAsync(string type, Func<int, Task<bool>> accepts)
    {
        var accepted = new List<int>();
        for (var length = 0; length <= LongestLimit; length++)
        {
            if (await accepts(length))
            {
                accepted.Add(length);
            }
        }

        var most = await accepts(Endless) ? null : accepted.Max().ToString(CultureInfo.InvariantCulture);
        return Fact.Range(type, accepted.Min().ToString(CultureInfo.InvariantCulture), most);
    }

    private async Task<bool> AcceptsAsync(PropertyInfo member, object? value) => await SentAsync(member, value) is not null;

    private Task<JsonObject?> SentAsync(PropertyInfo member, object? value) =>
        SentAsync(With(member, IsOptional(member) ? Activator.CreateInstance(member.PropertyType, value) : value));

    private async Task<JsonObject?> SentAsync(object request) =>
        await probe.SentAsync(probe.ArgumentsWith(input, request)) is { } sent ? JsonNode.Parse(sent.Body)!.AsObject() : null;

    /// <summary>A copy of the full request with one member changed, as a <c>with</c> expression makes one.</summary>
    private object With(PropertyInfo member, object? value)
    {
        var copy = input.ParameterType.GetMethod("<Clone>$")!.Invoke(_full, null)!;
        member.SetValue(copy, value);
        return copy;
    }

    private static bool IsOptional(PropertyInfo member) =>
        member.PropertyType.IsGenericType && member.PropertyType.GetGenericTypeDefinition() == typeof(Optional<>);

    private static bool IsList(PropertyInfo member) =>
        member.PropertyType.IsAssignableTo(typeof(IEnumerable)) && member.PropertyType != typeof(string);

    private static Type ValueTypeOf(PropertyInfo member)
    {
        var type = IsOptional(member) ? member.PropertyType.GetGenericArguments()[0] : member.PropertyType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }
}
