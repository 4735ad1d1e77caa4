using Amigo.Workspaces.Cli.Running;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Amigo.Workspaces.Cli.Manifest;

/// <summary>
/// Makes nodes of YAML, and of JSON, which is YAML too. YamlDotNet's own nodes have no limits: deep nesting overflows the stack,
/// and aliases of aliases keep it busy for minutes.
/// </summary>
internal sealed class ManifestComposer
{
    // A manifest is four deep.
    private const int Deepest = 16;
    private const int MostNodes = 1_000_000;

    private readonly string _fileName;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, ManifestNode> _anchors = [];

    private ManifestComposer(string fileName, string text)
    {
        _fileName = fileName;
        _parser = new Parser(new StringReader(text));
    }

    /// <exception cref="CliException">It is not YAML, holds more or fewer than one document, or breaks a limit.</exception>
    public static ManifestNode Compose(string fileName, string text)
    {
        try
        {
            return new ManifestComposer(fileName, text).Document();
        }
        catch (YamlException exception)
        {
            throw new CliException(ExitCode.Usage, $"{fileName}:{exception.Start.Line}: {exception.Message}", innerException: exception);
        }
        catch (Exception exception)
            when (exception is ArgumentException or FormatException or OverflowException or InvalidOperationException)
        {
            throw new CliException(ExitCode.Usage, $"{fileName} is not YAML: {exception.Message}", innerException: exception);
        }
    }

    public static CliException Wrong(string fileName, long line, string problem) =>
        new(ExitCode.Usage, $"{fileName}:{line}: {problem}.", "Nothing was sent.");

    private ManifestNode Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            throw new CliException(ExitCode.Usage, $"{_fileName} is empty, and must hold one document.");
        }

        var root = Node(0);
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<DocumentStart>(out _)
            ? throw new CliException(ExitCode.Usage, $"{_fileName} must hold one document, and holds more.")
            : root;
    }

    private ManifestNode Node(int depth)
    {
        if (depth > Deepest)
        {
            throw Wrong(_parser.Current!, $"this nests deeper than {Deepest} levels, and a manifest needs four");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.GetValueOrDefault(alias.Value)
                ?? throw Wrong(alias, $"there is no complete value named &{alias.Value} before this");
        }

        var begin = _parser.Consume<NodeEvent>();
        ManifestNode node = begin switch
        {
            SequenceStart => Sequence(begin, depth),
            MappingStart => Mapping(begin, depth),
            Scalar scalar => new ManifestScalar(begin.Start.Line, scalar.Value, scalar.Style == ScalarStyle.Plain),
            _ => throw Wrong(begin, "a value is expected here"),
        };
        if (!begin.Anchor.IsEmpty)
        {
            _anchors[begin.Anchor] = node;
        }

        return node;
    }

    private ManifestSequence Sequence(NodeEvent begin, int depth)
    {
        var items = new List<ManifestNode>();
        var size = 1L;
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            var item = Node(depth + 1);
            items.Add(item);
            size = Grown(begin, size, item);
        }

        return new ManifestSequence(begin.Start.Line, size, items);
    }

    private ManifestMapping Mapping(NodeEvent begin, int depth)
    {
        var members = new Dictionary<string, ManifestNode>(StringComparer.Ordinal);
        var size = 1L;
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var name))
            {
                throw Wrong(_parser.Current!, "the name of a member is expected here");
            }

            var value = Node(depth + 1);
            size = Grown(begin, size, value);
            if (!members.TryAdd(name.Value, value))
            {
                throw Wrong(name, $"the member '{name.Value}' appears twice");
            }
        }

        return new ManifestMapping(begin.Start.Line, size, members);
    }

    private long Grown(NodeEvent begin, long size, ManifestNode added) =>
        size + added.Size <= MostNodes
            ? size + added.Size
            : throw Wrong(begin, $"this holds more than {MostNodes} values, counting what aliases stand for");

    private CliException Wrong(ParsingEvent at, string problem) => Wrong(_fileName, at.Start.Line, problem);
}
