using System.Text.Json;
using System.Text.RegularExpressions;

namespace Polyteia.Workspaces.Client.Tests.Documentation;

/// <summary>One query or command of the vendor's documentation, with the request and the answer that it shows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">The address of the example's request.</param>
/// <param name="Method">The verb of the example's request.</param>
/// <param name="Headers">The headers of the example's request.</param>
/// <param name="Request">The body of the example's request.</param>
/// <param name="Answer">The example's answer.</param>
internal sealed partial record DocumentedExample(
    string Name,
    Uri Address,
    string Method,
    IReadOnlyDictionary<string, string> Headers,
    JsonElement Request,
    JsonElement Answer
)
{
    public static string File { get; } = Path.Combine(Repository.Root, "tests", "contract", "polyteia", "workspace.md");

    public static IReadOnlyList<DocumentedExample> All { get; } =
    [.. Section().Split(System.IO.File.ReadAllText(File)).Skip(1).Select(Read)];

    public JsonElement Params => Request.GetProperty("params");

    public JsonElement Data => Answer.GetProperty("data");

    public static DocumentedExample Of(string name) => All.Single(example => example.Name == name);

    private static DocumentedExample Read(string section)
    {
        var command = Command().Match(section);
        return new DocumentedExample(
            section[..section.IndexOf('<')].Replace("\\", ""),
            new Uri(command.Groups["address"].Value),
            command.Groups["method"].Value,
            Header()
                .Matches(command.Groups["headers"].Value)
                .ToDictionary(header => header.Groups["name"].Value, header => header.Groups["value"].Value),
            JsonElement.Parse(command.Groups["body"].Value),
            JsonElement.Parse(AnswerBlock().Match(section).Groups["body"].Value)
        );
    }

    /// <summary>What stands before the name of each, which is the heading of its section.</summary>
    [GeneratedRegex("^### <mark [^>]*>", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"curl -X (?<method>\w+) '(?<address>[^']+)'(?<headers>.*?)--data '(?<body>[^']+)'", RegexOptions.Singleline)]
    private static partial Regex Command();

    [GeneratedRegex("-header \"(?<name>[^:\"]+): (?<value>[^\"]+)\"")]
    private static partial Regex Header();

    [GeneratedRegex("```json\n(?<body>.*?)```", RegexOptions.Singleline)]
    private static partial Regex AnswerBlock();
}
