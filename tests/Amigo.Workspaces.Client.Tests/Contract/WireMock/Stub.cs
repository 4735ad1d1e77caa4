using System.Globalization;
using System.Text.Json;
using Amigo.Workspaces.Client.Tests.Contract.Tools;

namespace Amigo.Workspaces.Client.Tests.Contract.WireMock;

/// <summary>A stub that stands for one operation and one status that the contract documents.</summary>
internal sealed record Stub(string OperationId, int Status, JsonElement Body)
{
    /// <summary>Those of the mapping files that are named after an operation.</summary>
    public static IReadOnlyList<Stub> All { get; } =
    [.. ApiCalls.All.SelectMany(call => Read(Path.Combine(Repository.Stubs, "mappings", call.OperationId + ".json")))];

    public string? Detail => Body.GetProperty("detail") is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public string RequestId => $"req-{OperationId}-{Status}";

    private static IEnumerable<Stub> Read(string file) =>
        JsonElement
            .Parse(File.ReadAllText(file))
            .GetProperty("mappings")
            .EnumerateArray()
            .Select(mapping =>
            {
                // "get-workspace 404"
                var name = mapping.GetProperty("name").GetString()!.Split(' ');
                return new Stub(
                    name[0],
                    int.Parse(name[1], CultureInfo.InvariantCulture),
                    mapping.GetProperty("response").GetProperty("jsonBody")
                );
            });
}
