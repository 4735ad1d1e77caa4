using System.Globalization;
using System.Text.Json;
using Amigo.Workspaces.Emulator.Validation;

namespace Amigo.Workspaces.Emulator.Http;

/// <summary>The response schemas of the contract.</summary>
internal static class WireFormat
{
    public static void WriteWorkspace(this Utf8JsonWriter writer, EmulatedWorkspace workspace)
    {
        writer.WriteStartObject();
        writer.WriteString("id", workspace.Id);
        writer.WriteString("slug", workspace.Slug);
        writer.WriteString("name", workspace.Name);
        writer.WriteString("environment", workspace.Environment);
        writer.WriteString("backend_org_id", workspace.BackendOrgId);
        writer.WriteString("region", workspace.Region);
        writer.WriteString("connector_type", workspace.ConnectorType);
        writer.WriteString("provisioned_at", Timestamp(workspace.ProvisionedAt));
        writer.WriteString("created_at", Timestamp(workspace.CreatedAt));
        writer.WriteString("updated_at", Timestamp(workspace.UpdatedAt));
        writer.WriteEndObject();
    }

    public static void WritePage(this Utf8JsonWriter writer, IReadOnlyList<EmulatedWorkspace> items, long? continuationToken, int total)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items");
        foreach (var item in items)
        {
            writer.WriteWorkspace(item);
        }

        writer.WriteEndArray();
        writer.WriteBoolean("has_more", continuationToken is not null);
        if (continuationToken is { } token)
        {
            writer.WriteNumber("continuation_token", token);
        }
        else
        {
            writer.WriteNull("continuation_token");
        }

        writer.WriteNumber("total", total);
        writer.WriteEndObject();
    }

    public static void WriteProvisioned(this Utf8JsonWriter writer, EmulatedWorkspace workspace)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("workspace");
        writer.WriteWorkspace(workspace);
        writer.WriteEndObject();
    }

    public static void WriteCheck(this Utf8JsonWriter writer, string current, string target, IReadOnlyList<string> warnings)
    {
        writer.WriteStartObject();
        writer.WriteString("current", current);
        writer.WriteString("target", target);
        writer.WriteTexts("warnings", warnings);
        writer.WriteEndObject();
    }

    public static void WriteTestCallerNumbers(this Utf8JsonWriter writer, EmulatedWorkspace workspace)
    {
        writer.WriteStartObject();
        writer.WriteTexts("numbers", workspace.TestCallerNumbers);
        writer.WriteEndObject();
    }

    public static void WriteIssues(this Utf8JsonWriter writer, IReadOnlyList<ValidationIssue> issues)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("detail");
        foreach (var issue in issues)
        {
            writer.WriteIssue(issue);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteIssue(this Utf8JsonWriter writer, ValidationIssue issue)
    {
        writer.WriteStartObject();
        writer.WriteString("type", issue.Type);
        writer.WriteStartArray("loc");
        foreach (var part in issue.Location)
        {
            writer.WriteTextOrNumber(part);
        }

        writer.WriteEndArray();
        writer.WriteString("msg", issue.Message);

        // Raw, so that the caller finds its own bytes again, and because they were parsed once already.
        writer.WritePropertyName("input");
        writer.WriteRawValue(issue.Input, skipInputValidation: true);
        if (issue.Context is { } context)
        {
            writer.WriteStartObject("ctx");
            foreach (var (name, value) in context)
            {
                writer.WritePropertyName(name);
                writer.WriteTextOrNumber(value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteTextOrNumber(this Utf8JsonWriter writer, object value)
    {
        if (value is int number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue((string)value);
        }
    }

    private static void WriteTexts(this Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static string? Timestamp(DateTimeOffset? date) =>
        date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
