using System.Text;
using System.Text.Json.Nodes;
using Amigo.Workspaces.Cli.Applying;
using Amigo.Workspaces.Cli.Commands;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Exporting;

/// <summary>Writes workspaces as a manifest, which <c>apply</c> takes back without a change.</summary>
internal static class ManifestWriter
{
    private const string Schema = "amigo-workspaces.schema.json";

    public static byte[] Write(
        IReadOnlyList<Workspace> workspaces,
        IReadOnlyDictionary<Guid, IReadOnlyList<string>> numbers,
        bool isToTerminal
    )
    {
        var items = new JsonArray([.. workspaces.Select(workspace => Entry(workspace, numbers[workspace.Id]))]);
        var yaml = Yaml.Text(new JsonObject { ["workspaces"] = items });
        return Encoding.UTF8.GetBytes(
            $"""
            # yaml-language-server: $schema={Schema}
            # {CommandLine.Name} {SchemaCommand.Name} > {Schema} lets an editor complete and check this file.
            {(isToTerminal ? SafeText.OfYaml(yaml) : yaml)}

            """.ReplaceLineEndings("\n")
        );
    }

    private static JsonObject Entry(Workspace workspace, IReadOnlyList<string> numbers)
    {
        var entry = new JsonObject
        {
            [Fields.Slug] = workspace.Slug,
            [Fields.Name] = workspace.Name,
            [Fields.Environment] = workspace.Environment.Value,
        };
        AddIfThere(Fields.BackendOrgId, workspace.BackendOrgId);
        entry[Fields.Region] = workspace.Region.Value;
        AddIfThere(Fields.ConnectorType, workspace.ConnectorType?.Value);
        if (workspace.ProvisionedAt is not null)
        {
            entry[Fields.Provisioned] = true;
        }

        entry[Fields.TestCallerNumbers] = new JsonArray([.. numbers.Select(number => JsonValue.Create(number))]);
        return entry;

        void AddIfThere(string field, string? value)
        {
            if (value is not null)
            {
                entry[field] = value;
            }
        }
    }
}
