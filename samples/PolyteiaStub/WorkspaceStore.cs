using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace PolyteiaStub;

/// <summary>The stub's workspaces, in the order of their creation, and what is done with them.</summary>
internal sealed class WorkspaceStore
{
    private readonly Lock _gate = new();
    private readonly List<StubWorkspace> _workspaces = [];
    private readonly List<string> _applied = [];

    public IReadOnlyList<StubWorkspace> Workspaces
    {
        get
        {
            lock (_gate)
            {
                return [.. _workspaces];
            }
        }
    }

    public IReadOnlyList<string> Applied
    {
        get
        {
            lock (_gate)
            {
                return [.. _applied];
            }
        }
    }

    public StubWorkspace Add(StubWorkspace workspace)
    {
        lock (_gate)
        {
            _workspaces.Add(workspace);
            return workspace;
        }
    }

    /// <exception cref="Refusal">The stub says no.</exception>
    public JsonObject Execute(string query, Params asked)
    {
        lock (_gate)
        {
            return query switch
            {
                "get_workspace" => Find(asked.Id("id")).ToJson(),
                "list_workspaces" => List(asked.Number("page", int.MaxValue), asked.Number("size", 100)),
                "create_workspace" => Create(asked),
                "update_workspace" => Update(asked),
                "delete_workspace" => Delete(asked.Id("id")),
                _ => throw new Refusal(400, "unknown_query", "There is no such query."),
            };
        }
    }

    public static string NewId(string prefix) => prefix + "_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));

    private JsonObject List(int page, int size) =>
        new()
        {
            ["total"] = _workspaces.Count,
            ["page"] = page,
            ["size"] = size,
            ["items"] = new JsonArray([
                .. _workspaces
                    .Skip((int)Math.Min((page - 1L) * size, int.MaxValue))
                    .Take(size)
                    .Select(workspace => (JsonNode)workspace.ToJson()),
            ]),
        };

    private JsonObject Create(Params asked)
    {
        var now = DateTimeOffset.UtcNow;
        var created = new StubWorkspace(
            NewId("ws"),
            asked.Id("organization_id"),
            now,
            now,
            asked.Name(),
            asked.Description(),
            (JsonObject?)asked.Attributes()?.DeepClone()
        );
        _workspaces.Add(created);
        _applied.Add("create_workspace");
        return created.ToJson();
    }

    private JsonObject Update(Params asked)
    {
        var before = Find(asked.Id("id"));
        var after = before with
        {
            Name = asked.Name(),
            Description = asked.Has("description") ? asked.Description() : before.Description,
            Attributes = asked.Has("attributes") ? Merge(before.Attributes, asked.Attributes()) : before.Attributes,
            UpdatedAt = DateTimeOffset.UtcNow,
        };
        _workspaces[_workspaces.IndexOf(before)] = after;
        _applied.Add("update_workspace");
        return after.ToJson();
    }

    private JsonObject Delete(string id)
    {
        _workspaces.Remove(Find(id));
        _applied.Add("delete_workspace");
        return new JsonObject { ["id"] = id };
    }

    private StubWorkspace Find(string id) =>
        _workspaces.Find(workspace => string.Equals(workspace.Id, id, StringComparison.Ordinal)) ?? throw Refusal.NotFound();

    /// <summary>The documentation says that pairs are added; null takes all of them away.</summary>
    private static JsonObject? Merge(JsonObject? before, JsonObject? asked)
    {
        if (asked is null || before is null)
        {
            return (JsonObject?)asked?.DeepClone();
        }

        var merged = (JsonObject)before.DeepClone();
        foreach (var (key, value) in asked)
        {
            merged[key] = value?.DeepClone();
        }

        return merged;
    }

    public static StubWorkspace Example(int number) =>
        new(
            NewId("ws"),
            "org_cv33u4n0i6q45p93i930",
            DateTimeOffset.UnixEpoch.AddYears(55).AddDays(number),
            DateTimeOffset.UnixEpoch.AddYears(55).AddDays(number),
            string.Create(CultureInfo.InvariantCulture, $"Department {number}"),
            null,
            null
        );
}
