using System.Globalization;
using System.Text;

namespace Amigo.Workspaces.Benchmarks.Service;

/// <summary>The bodies that the service answers with, made once.</summary>
internal static class Answers
{
    public const int PageSize = 100;
    public const int PagesOfAll = 100;

    private static readonly string[] Environments = ["production", "staging", "development"];
    private static readonly string[] Regions = ["us-east-1", "ap-southeast-2", "eu-central-1", "ca-central-1"];
    private static readonly string[] Connectors = ["epic", "cerner", "fhir_store", "athenahealth"];

    public static byte[] Workspace { get; } = Encoding.UTF8.GetBytes(WorkspaceJson(1));

    public static byte[] FirstPage { get; } = Page(0);

    public static byte[] NotFound { get; } = """{"detail":"Workspace not found"}"""u8.ToArray();

    /// <summary>10,000 workspaces.</summary>
    public static byte[][] AllPages { get; } = [.. Enumerable.Range(0, PagesOfAll).Select(Page)];

    private static byte[] Page(int number)
    {
        var items = string.Join(',', Enumerable.Range(number * PageSize, PageSize).Select(WorkspaceJson));
        var next = number + 1 < PagesOfAll ? ((number + 1) * PageSize).ToString(CultureInfo.InvariantCulture) : "null";
        var hasMore = number + 1 < PagesOfAll ? "true" : "false";
        return Encoding.UTF8.GetBytes(
            $$"""{"items":[{{items}}],"has_more":{{hasMore}},"continuation_token":{{next}},"total":{{PagesOfAll * PageSize}}}"""
        );
    }

    /// <summary>As the service writes it: no spaces, microseconds, every member present. Every third has no organization and no connector.</summary>
    private static string WorkspaceJson(int number)
    {
        var isBare = number % 3 == 0;
        var organization = isBare ? "null" : $"\"org-{number:D6}\"";
        var connector = isBare ? "null" : $"\"{Connectors[number % Connectors.Length]}\"";
        var provisioned = isBare ? "null" : "\"2026-01-02T03:04:05.123456Z\"";
        return $$"""
            {"id":"0b0f7a2e-6a4b-4c9d-9a53-{{number:x12}}","slug":"acme-clinic-{{number:D6}}","name":"Acme Clinic {{number:D6}}","environment":"{{Environments[
                number % Environments.Length
            ]}}","backend_org_id":{{organization}},"region":"{{Regions[
                number % Regions.Length
            ]}}","connector_type":{{connector}},"provisioned_at":{{provisioned}},"created_at":"2026-01-01T00:00:00.000001Z","updated_at":"2026-01-02T03:04:05.123456Z"}
            """;
    }
}
