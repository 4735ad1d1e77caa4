using Amigo.Workspaces.Benchmarks.Cases;
using Amigo.Workspaces.Benchmarks.Clients;
using Amigo.Workspaces.Benchmarks.Measuring;

namespace Amigo.Workspaces.Benchmarks;

/// <summary>A short comparison of this client with the tuned raw one, for who changes the code.</summary>
internal static class Quick
{
    private static readonly ClientKind[] Clients = [ClientKind.TunedRaw, ClientKind.Ours];
    private static readonly Turns Turns = new(length: TimeSpan.FromMilliseconds(4), rounds: 80, limit: TimeSpan.FromSeconds(3));

    /// <returns>The exit code.</returns>
    public static int Run(string[] names)
    {
        if (names.Except(MemoryCases.All.Select(each => each.Name)).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"There is no case '{unknown}'. Cases: {string.Join(", ", MemoryCases.All.Select(each => each.Name))}");
            return 2;
        }

        Console.WriteLine(
            $"{"case", -12}{"ratio", 6}  {"middle half", -12}{"raw us", 10}{"ours us", 10}{"raw bytes", 12}{"our bytes", 12}"
        );
        foreach (
            var each in Comparison.Of([.. MemoryCases.All.Where(each => names.Length == 0 || names.Contains(each.Name))], Clients, Turns)
        )
        {
            var (raw, ours) = (each[ClientKind.TunedRaw], each[ClientKind.Ours]);
            Console.WriteLine(
                FormattableString.Invariant(
                    $"{each.Case.Name, -12}{ours.Ratio.Median, 6:0.000}  {ours.Ratio.LowerQuartile:0.00} to {ours.Ratio.UpperQuartile:0.00}{raw.Nanoseconds / 1000, 10:0.00}{ours.Nanoseconds / 1000, 10:0.00}{raw.Bytes, 12:0}{ours.Bytes, 12:0}"
                )
            );
        }

        return 0;
    }
}
