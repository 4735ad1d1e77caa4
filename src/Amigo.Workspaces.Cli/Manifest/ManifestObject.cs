using System.Text;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Manifest;

/// <summary>One mapping of a manifest. Remembers what was read, so that a misspelt member is an error and not overlooked.</summary>
internal sealed class ManifestObject
{
    private readonly string _fileName;
    private readonly ManifestMapping _node;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public ManifestObject(string fileName, ManifestNode node)
    {
        _fileName = fileName;
        _node = node as ManifestMapping ?? throw Wrong(node, "members such as 'slug: acme-clinic' are expected here");
    }

    /// <summary>The line of a member; of the whole when it is missing.</summary>
    public long LineOf(string name) => (_node.Members.GetValueOrDefault(name) ?? _node).Line;

    /// <summary>The text of a member, trimmed as the service does; <see langword="null" /> when the member is missing.</summary>
    public string? Text(string name) => Find(name) is { } node ? Text(name, node) : null;

    public bool Flag(string name) =>
        Find(name) is not { } node ? false
        : node is ManifestScalar { Value: "true" } ? true
        : throw Wrong(node, $"{name} can only be true: nothing undoes it. Leave it out otherwise");

    public IReadOnlyList<string>? Texts(string name) =>
        Find(name) is not { } node ? null
        : node is ManifestSequence items ? [.. items.Items.Select(item => Text(name, item))]
        : throw Wrong(node, $"{name} must be a list");

    public IEnumerable<ManifestObject> Objects(string name) =>
        Find(name) is ManifestSequence items
            ? items.Items.Select(item => new ManifestObject(_fileName, item))
            : throw Wrong($"'{name}' with a list is expected here");

    /// <exception cref="CliException">A member was never asked for.</exception>
    public void RefuseUnread()
    {
        foreach (var (name, value) in _node.Members)
        {
            if (!_read.Contains(name))
            {
                throw Wrong(value, $"'{name}' is not a member; the members are {string.Join(", ", _read)}");
            }
        }
    }

    public CliException Wrong(string problem) => Wrong(_node, problem);

    /// <summary>Names the line of a member that is there.</summary>
    public CliException Wrong(string name, string problem) => ManifestComposer.Wrong(_fileName, LineOf(name), problem);

    private CliException Wrong(ManifestNode node, string problem) => ManifestComposer.Wrong(_fileName, node.Line, problem);

    private ManifestNode? Find(string name)
    {
        _read.Add(name);
        return _node.Members.GetValueOrDefault(name);
    }

    // The raw text of a scalar: a phone number or a slug of digits is text, quoted or not.
    private string Text(string name, ManifestNode node)
    {
        var isNull = node is ManifestScalar { IsPlain: true, Value: "" or "~" or "null" or "Null" or "NULL" };
        if (node is not ManifestScalar { Value: var value } || isNull || string.IsNullOrWhiteSpace(value))
        {
            throw Wrong(node, $"{name} must be text; leave it out to keep what is there");
        }

        return IsWhole(value) ? value.Trim() : throw Wrong(node, $"{name} holds half a character (a lone surrogate)");
    }

    private static bool IsWhole(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }
}
