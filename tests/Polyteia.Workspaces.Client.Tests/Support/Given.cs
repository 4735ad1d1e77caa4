using System.Text.Json.Nodes;

namespace Polyteia.Workspaces.Client.Tests.Support;

/// <summary>What most tests begin with.</summary>
internal static class Given
{
    public const string Key = "pty_live_5up3rS3cr3tK3y";

    public const string Id = "ws_cv33u4n0i6q45p93i930";

    public const string OrganizationId = "org_cv33u4n0i6q45p93i930";

    public const string WorkspaceJson = """
        {
          "id": "ws_cv33u4n0i6q45p93i930",
          "organization_id": "org_cv33u4n0i6q45p93i930",
          "created_at": "2025-03-24T15:12:49.186202Z",
          "updated_at": "2025-03-24T20:01:59.408382Z",
          "name": "Finance",
          "description": "Finance department workspace",
          "attributes": {"key": "value"}
        }
        """;

    /// <summary>An answer to get, create and update.</summary>
    public const string WorkspaceAnswer = "{\"data\":" + WorkspaceJson + "}";

    public const string DeletedAnswer = """{"data":{"id":"ws_cv33u4n0i6q45p93i930"}}""";

    public const string ListAnswer = "{\"data\":{\"total\":1,\"page\":1,\"size\":100,\"items\":[" + WorkspaceJson + "]}}";

    public static CreateWorkspaceRequest CreateRequest => new() { OrganizationId = OrganizationId, Name = "Finance" };

    public static UpdateWorkspaceRequest UpdateRequest => new() { Name = "Finance" };

    public static JsonObject Object(string json) => (JsonObject)JsonNode.Parse(json)!;

    /// <summary>Options for a server of the test: no wait worth the name between attempts.</summary>
    public static PolyteiaWorkspacesClientOptions Options(Uri baseAddress, Action<PolyteiaWorkspacesClientOptions>? change = null)
    {
        var options = new PolyteiaWorkspacesClientOptions
        {
            ApiKey = Key,
            BaseAddress = baseAddress,
            RetryBaseDelay = TimeSpan.Zero,
        };
        change?.Invoke(options);
        return options;
    }

    public static PolyteiaWorkspacesClient Client(Uri baseAddress, Action<PolyteiaWorkspacesClientOptions>? change = null) =>
        new(Options(baseAddress, change));
}
