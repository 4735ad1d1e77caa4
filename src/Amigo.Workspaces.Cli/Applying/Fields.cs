namespace Amigo.Workspaces.Cli.Applying;

/// <summary>The members of a manifest's workspace, as the API names them.</summary>
internal static class Fields
{
    public const string Slug = "slug";
    public const string Name = "name";
    public const string Environment = "environment";
    public const string BackendOrgId = "backend_org_id";
    public const string Region = "region";
    public const string ConnectorType = "connector_type";
    public const string Provisioned = "provisioned";
    public const string TestCallerNumbers = "test_caller_numbers";
}
