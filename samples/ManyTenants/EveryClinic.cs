using System.Collections.Concurrent;
using Amigo.Workspaces.Client;
using Microsoft.Extensions.Options;

namespace ManyTenants;

/// <summary>Does the same work for every clinic, several at a time. One that fails does not stop the others.</summary>
internal static class EveryClinic
{
    private const int AtOnce = 4;

    public static async Task<IReadOnlyList<ClinicAnswer>> AskAsync(
        IEnumerable<string> clinics,
        Func<string, CancellationToken, Task<string>> ask,
        CancellationToken cancellationToken = default
    )
    {
        var answers = new ConcurrentBag<ClinicAnswer>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            clinics,
            parallel,
            async (clinic, cancellation) => answers.Add(await AnswerOfAsync(clinic, ask, cancellation))
        );
        return [.. answers.OrderBy(answer => answer.Clinic, StringComparer.Ordinal)];
    }

    private static async Task<ClinicAnswer> AnswerOfAsync(
        string clinic,
        Func<string, CancellationToken, Task<string>> ask,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return new ClinicAnswer(clinic, await ask(clinic, cancellationToken), Succeeded: true);
        }
        catch (WorkspacesException failure)
        {
            // The client's messages never hold a key.
            return new ClinicAnswer(clinic, failure.Message, Succeeded: false);
        }
        catch (Exception failure) when (failure is OptionsValidationException or ArgumentException or InvalidOperationException)
        {
            return new ClinicAnswer(clinic, $"not set up: {failure.Message}", Succeeded: false);
        }
    }
}
