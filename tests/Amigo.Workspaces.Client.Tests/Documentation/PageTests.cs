using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Amigo.Workspaces.Client.Tests.Documentation;

/// <summary>Holds what the pages state against the code.</summary>
public sealed partial class PageTests
{
    private static readonly Type[] Layers = [typeof(IWorkspacesClient), typeof(IWorkspacesApi), typeof(IAccountApi)];

    public static TheoryData<string> Pages => [.. Repository.Pages];

    public static TheoryData<string> OperationIds => [.. Operations.All.Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void The_readme_tells_whether_an_operation_is_retried_and_what_it_needs(string operationId)
    {
        var operation = Operations.All.Single(candidate => candidate.Id == operationId);

        var row = OperationRows().Should().ContainSingle(cells => cells[0] == $"`{operationId}`").Subject;

        row[3].Should().Be(PermissionIn(operation));
        row[4].Should().Be(operation.Safety == RetrySafety.Unsafe ? "only when surely not applied" : "yes");
    }

    [Fact]
    public void The_readme_names_every_method_of_both_layers()
    {
        var named = OperationRows().SelectMany(cells => NamePattern().Matches(cells[1] + cells[2])).Select(match => match.Groups[1].Value);
        var present = Layers.SelectMany(type => type.GetMethods()).Where(method => !method.IsSpecialName).Select(method => method.Name);

        named.Distinct().Should().BeEquivalentTo(present.Distinct());
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/errors.md")]
    public void Every_exception_is_named(string page)
    {
        var exceptions = typeof(WorkspacesException).Assembly.ExportedTypes.Where(type => type.IsAssignableTo(typeof(Exception)));

        Repository.Read(page).Should().ContainAll(exceptions.Select(type => type.Name));
    }

    [Fact]
    public void Every_option_is_named_with_its_default()
    {
        var options = new WorkspacesClientOptions();
        var properties = typeof(WorkspacesClientOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        var rows = properties.Select(property =>
            $"| `{property.Name}` |{(Words(property.GetValue(options)) is { } words ? $" {words} |" : "")}"
        );

        Repository.Read("docs/configuration.md").Should().ContainAll(rows);
    }

    [Fact]
    public void Every_option_of_a_call_is_named()
    {
        var properties = typeof(RequestOptions).GetProperties();

        Repository.Read("docs/configuration.md").Should().ContainAll(properties.Select(property => $"| `{property.Name}` |"));
    }

    [Fact]
    public void The_guide_to_retries_tells_the_statuses()
    {
        Repository.Read("docs/retries.md").Should().Contain($"| {RetriedStatuses(Operations.GetWorkspace)}; no connection");
        Repository.Read("docs/retries.md").Should().Contain($"| {RetriedStatuses(Operations.CreateMyWorkspace)}; a connection");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(page)!;
        var broken = LinkPattern()
            .Matches(Repository.Read(page))
            .Select(match => match.Groups[1].Value)
            .Where(link => !link.StartsWith("https://", StringComparison.Ordinal) && !Leads(folder, page, link));

        broken.Should().BeEmpty();
    }

    private static IEnumerable<string[]> OperationRows() =>
        Repository
            .Read("README.md")
            .Split('\n')
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 5 && cells[0].StartsWith('`'));

    /// <summary>What the contract says of an operation's permission.</summary>
    private static string PermissionIn(Operation operation)
    {
        using var contract = JsonDocument.Parse(Repository.Read("openapi.json"));
        var description = contract
            .RootElement.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Single(verb => verb.Value.GetProperty("operationId").ValueEquals(operation.Id))
            .Value.GetProperty("description")
            .GetString()!;
        return description.Contains("owner access", StringComparison.Ordinal) ? "owner access"
            : PermissionPattern().Match(description) is { Success: true } match ? match.Groups[1].Value
            : "not stated";
    }

    private static string? Words(object? value) =>
        value switch
        {
            TimeSpan { TotalSeconds: >= 1 } time => $"{time.TotalSeconds:0} s",
            TimeSpan time => $"{time.TotalMilliseconds:0} ms",
            int number => $"{number}",
            Uri address => $"`{address.GetLeftPart(UriPartial.Authority)}`",
            _ => null,
        };

    private static string RetriedStatuses(Operation operation) =>
        string.Join(
            ", ",
            Enumerable
                .Range(300, 300)
                .Where(status => RetryRules.IsRetryable(operation, new Failure(FailureKind.Status) { StatusCode = (HttpStatusCode)status }))
        );

    private static bool Leads(string folder, string page, string link)
    {
        var parts = link.Split('#');
        var target = parts[0].Length == 0 ? Repository.PathOf(page) : Path.GetFullPath(Path.Combine(Repository.PathOf(folder), parts[0]));
        return parts.Length == 1
            ? File.Exists(target) || Directory.Exists(target)
            : File.Exists(target) && HeadingsOf(target).Contains(parts[1], StringComparer.Ordinal);
    }

    private static IEnumerable<string> HeadingsOf(string path) =>
        File.ReadLines(path)
            .Where(line => line.StartsWith('#'))
            .Select(line => PunctuationPattern().Replace(line.TrimStart('#', ' ').ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>What the anchor of a heading leaves out.</summary>
    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex PunctuationPattern();

    [GeneratedRegex("`([A-Za-z]+Async)`")]
    private static partial Regex NamePattern();

    [GeneratedRegex("Requires (`[A-Za-z.]+`) permission")]
    private static partial Regex PermissionPattern();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex LinkPattern();
}
