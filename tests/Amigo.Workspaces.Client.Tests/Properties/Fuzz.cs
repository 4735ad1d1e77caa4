using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Amigo.Workspaces.Client.Tests.Properties;

/// <summary>Holds a property against many generated cases.</summary>
/// <remarks>
/// Two environment variables change a run. <c>AMIGO_FUZZ_CASES</c> says how many cases all properties together try, 120000 unless set: a
/// million for a longer run. A failure prints "Replay directly at failing step with (seed,gamma,size)"; <c>AMIGO_FUZZ_SEED=seed,gamma,size</c>
/// begins there again, best with a filter for the one test that failed.
/// </remarks>
internal static class Fuzz
{
    private const int DefaultCases = 120_000;

    private static readonly int AllCases = Environment.GetEnvironmentVariable("AMIGO_FUZZ_CASES") is { Length: > 0 } cases
        ? int.Parse(cases, CultureInfo.InvariantCulture)
        : DefaultCases;

    /// <param name="percent">The property's share of all cases.</param>
    /// <param name="cases">Generates a case.</param>
    /// <param name="property">Throws when it does not hold.</param>
    public static void ForAll<T>(int percent, Gen<T> cases, Action<T> property)
    {
        var config = Config
            .QuickThrowOnFailure.WithQuietOnSuccess(true)
            .WithMaxTest(Math.Max(1, (int)(AllCases * (long)percent / 100)))
            .WithReplay(Seed());
        Check.One(config, Prop.ForAll(cases.ToArbitrary(), property));
    }

    private static FSharpOption<Replay>? Seed()
    {
        if (Environment.GetEnvironmentVariable("AMIGO_FUZZ_SEED") is not { Length: > 0 } text)
        {
            return null;
        }

        var numbers = text.Trim('(', ')').Split(',').Select(number => ulong.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new Replay(new Rnd(numbers[0], numbers[1]), (int)numbers[2]);
    }
}
