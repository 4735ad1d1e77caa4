using System.Reflection;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>The table of docs/reliability.md says what the tests prove, no more and no less.</summary>
public class ReliabilityPageTests
{
    [Fact]
    public void The_table_has_a_row_for_every_fault_that_is_tested_and_no_other()
    {
        var expected = Proofs().GroupBy(fault => Cells(fault.Endings)).Select(row => Row(row.Key, row)).ToList();

        Table().Should().Equal(expected, "the page should read:\n{0}\n", string.Join('\n', expected));
    }

    [Fact]
    public void Every_test_that_the_page_names_exists()
    {
        var tests = typeof(ReliabilityPageTests)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(FactAttribute)))
            .Select(NameOf)
            .ToHashSet();

        var named = Words().Where(word => word.Contains("Tests.", StringComparison.Ordinal)).Distinct().ToList();

        named.Should().NotBeEmpty().And.BeSubsetOf(tests);
    }

    /// <summary>Each fault that a test proves, in the order of the tests.</summary>
    private static IEnumerable<FaultCase> Proofs() =>
        from test in typeof(FaultMatrixTests).GetMethods()
        let data = test.GetCustomAttribute<MemberDataAttribute>()
        where data is not null
        let faults = data.MemberType!.GetProperty(nameof(ConnectFaults.All), BindingFlags.Public | BindingFlags.Static)!
        from fault in (IReadOnlyList<FaultCase>)faults.GetValue(null)!
        select fault;

    /// <summary>Faults that end alike share a row.</summary>
    private static string Row(string cells, IEnumerable<FaultCase> faults) =>
        $"| {string.Join("; ", faults.Select(fault => fault.Name))} | {cells} |";

    private static string Cells(Endings endings)
    {
        var words = Enum.GetValues<CallKind>().Select(kind => endings.Of(kind).Words(kind));
        var exception = endings.Read.Exception is { } type ? $"`{type.Name}`" : "none";
        return $"{exception} | {string.Join(" | ", words)}";
    }

    private static string NameOf(MethodInfo test) => $"{test.DeclaringType!.Name}.{test.Name}";

    /// <summary>The rows of the table, without its two lines of heading.</summary>
    private static IEnumerable<string> Table() =>
        Page().SkipWhile(line => line != "## What happens when").Where(line => line.StartsWith('|')).Skip(2);

    /// <summary>What the page sets in code.</summary>
    private static IEnumerable<string> Words() => string.Join('\n', Page()).Split('`').Where((_, index) => index % 2 == 1);

    private static string[] Page() => Repository.Read("docs/reliability.md").Split('\n');
}
