using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Manifest;

/// <summary>Reads a manifest. JSON is read as the YAML that it is, so one reader does for both.</summary>
internal sealed class ManifestReader(string fileName, bool skipsValidation)
{
    /// <param name="fileName">What to call it in a message.</param>
    /// <param name="content">UTF-8, with a byte-order mark or without.</param>
    /// <param name="skipsValidation">Whether values that this version does not know are taken.</param>
    /// <exception cref="CliException">Something in it is not what a manifest holds.</exception>
    public static IReadOnlyList<ManifestEntry> Read(string fileName, ReadOnlySpan<byte> content, bool skipsValidation) =>
        new ManifestReader(fileName, skipsValidation).Entries(ManifestComposer.Compose(fileName, ManifestFile.Decode(fileName, content)));

    private List<ManifestEntry> Entries(ManifestNode document)
    {
        var root = new ManifestObject(fileName, document);
        var entries = root.Objects("workspaces").Select(Entry).ToList();
        root.RefuseUnread();

        var slugs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (node, entry) in entries)
        {
            if (!slugs.Add(entry.Slug))
            {
                throw node.Wrong($"'{entry.Slug}' appears twice");
            }
        }

        return [.. entries.Select(pair => pair.Entry)];
    }

    private (ManifestObject Node, ManifestEntry Entry) Entry(ManifestObject node)
    {
        var slug = node.Text("slug") ?? throw node.Wrong("slug is missing");
        if (!WorkspaceSlug.IsValid(slug))
        {
            throw node.Wrong("slug", "slug must be 2 to 63 of a-z, 0-9 and '-', and begin and end with a letter or a digit");
        }

        var entry = new ManifestEntry
        {
            Slug = slug,
            Name = node.Text("name"),
            Environment = Known(node, "environment", KnownValues.Environments) is { } environment ? new(environment) : null,
            BackendOrgId = node.Text("backend_org_id"),
            Region = Known(node, "region", KnownValues.Regions) is { } region ? new(region) : null,
            ConnectorType = Known(node, "connector_type", KnownValues.ConnectorTypes) is { } connector ? new(connector) : null,
            IsProvisioned = node.Flag("provisioned"),
            TestCallerNumbers = node.Texts("test_caller_numbers"),
            NumbersAt = $"{fileName}:{node.LineOf("test_caller_numbers")}: ",
        };
        if (entry.TestCallerNumbers is { Count: > 100 })
        {
            throw node.Wrong("test_caller_numbers", "test_caller_numbers must hold at most 100 numbers");
        }

        node.RefuseUnread();
        return (node, entry);
    }

    private string? Known(ManifestObject node, string name, string[] known) =>
        node.Text(name) is not { } text || skipsValidation || known.Contains(text, StringComparer.Ordinal)
            ? node.Text(name)
            : throw node.Wrong(name, $"{name} must be one of {string.Join(", ", known)} (--skip-validation sends another)");
}
