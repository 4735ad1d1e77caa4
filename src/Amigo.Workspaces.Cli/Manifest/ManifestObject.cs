using Amigo.Workspaces.Cli.Running;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Amigo.Workspaces.Cli.Manifest;

/// <summary>One mapping of a manifest. Remembers what was read, so that a misspelt member is an error and not overlooked.</summary>
internal sealed class ManifestObject
{
    private readonly string _fileName;
    private readonly YamlMappingNode _node;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public ManifestObject(string fileName, YamlNode node)
    {
        _fileName = fileName;
        _node = node as YamlMappingNode ?? throw Wrong(fileName, node, "members such as 'slug: acme-clinic' are expected here");
    }

    /// <summary>The text of a member, trimmed as the service does; <see langword="null" /> when the member is missing.</summary>
    public string? Text(string name) => Find(name) is { } node ? Text(name, node) : null;

    public bool Flag(string name) =>
        Find(name) is not { } node ? false
        : node is YamlScalarNode { Value: "true" } ? true
        : throw Wrong(_fileName, node, $"{name} can only be true: nothing undoes it. Leave it out otherwise");

    public IReadOnlyList<string>? Texts(string name) =>
        Find(name) is not { } node ? null
        : node is YamlSequenceNode items ? [.. items.Select(item => Text(name, item))]
        : throw Wrong(_fileName, node, $"{name} must be a list");

    public IEnumerable<ManifestObject> Objects(string name) =>
        Find(name) is YamlSequenceNode items
            ? items.Select(item => new ManifestObject(_fileName, item))
            : throw Wrong($"'{name}' with a list is expected here");

    /// <exception cref="CliException">A member was never asked for.</exception>
    public void RefuseUnread()
    {
        foreach (var key in _node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !_read.Contains(name))
            {
                throw Wrong(_fileName, key, $"there is no member '{key}'; there are {string.Join(", ", _read)}");
            }
        }
    }

    public CliException Wrong(string problem) => Wrong(_fileName, _node, problem);

    /// <summary>Names the line of a member that is there.</summary>
    public CliException Wrong(string name, string problem) => Wrong(_fileName, Find(name) ?? _node, problem);

    private static CliException Wrong(string fileName, YamlNode node, string problem) =>
        new(ExitCode.Usage, $"{fileName}:{node.Start.Line}: {problem}.", "Nothing was sent.");

    private YamlNode? Find(string name)
    {
        _read.Add(name);
        return _node.Children.TryGetValue(new YamlScalarNode(name), out var node) ? node : null;
    }

    // The raw text of a scalar: a phone number or a slug of digits is text, quoted or not.
    private string Text(string name, YamlNode node)
    {
        var isNull = node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" };
        return node is YamlScalarNode { Value: { } value } && !isNull && !string.IsNullOrWhiteSpace(value)
            ? value.Trim()
            : throw Wrong(_fileName, node, $"{name} must be text; leave it out to keep what is there");
    }
}
