namespace Amigo.Workspaces.Client.Tests.Support;

/// <summary>What most tests begin with.</summary>
internal static class Given
{
    public const string Key = "amg_live_5up3rS3cr3tK3y";

    public static readonly Guid WorkspaceId = new("0b0f7a2e-6a4b-4c9d-9a53-0c8c1f4d2e11");

    public const string WorkspaceJson = """
        {
          "id": "0b0f7a2e-6a4b-4c9d-9a53-0c8c1f4d2e11",
          "slug": "acme-clinic",
          "name": "Acme Clinic",
          "environment": "staging",
          "backend_org_id": "org-1",
          "region": "us-east-1",
          "connector_type": "epic",
          "provisioned_at": "2026-01-02T03:04:05.123456Z",
          "created_at": "2026-01-01T00:00:00.000001Z",
          "updated_at": "2026-01-02T03:04:05.123456Z"
        }
        """;

    public static CreateWorkspaceRequest CreateRequest =>
        new()
        {
            Slug = "acme-clinic",
            Name = "Acme Clinic",
            Environment = WorkspaceEnvironment.Staging,
        };

    /// <summary>Options for a server of the test: no wait worth the name between attempts.</summary>
    public static WorkspacesClientOptions Options(Uri baseAddress, Action<WorkspacesClientOptions>? change = null)
    {
        var options = new WorkspacesClientOptions
        {
            ApiKey = Key,
            BaseAddress = baseAddress,
            RetryBaseDelay = TimeSpan.Zero,
        };
        change?.Invoke(options);
        return options;
    }

    public static WorkspacesClient Client(Uri baseAddress, Action<WorkspacesClientOptions>? change = null) =>
        new(Options(baseAddress, change));
}
