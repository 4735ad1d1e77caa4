using Amigo.Workspaces.Benchmarks.Clients;
using Amigo.Workspaces.Benchmarks.Measuring;

namespace Amigo.Workspaces.Benchmarks.Cases;

/// <summary>One thing that callers do.</summary>
/// <param name="Name">Short, as it is typed on the command line.</param>
/// <param name="Title">As the page names it.</param>
/// <param name="CallsAtOnce">How many calls one run of <paramref name="Act"/> makes.</param>
internal sealed record Case(
    string Name,
    string Title,
    Clock Clock,
    Func<ClientKind, Contender> CreateClient,
    Func<Contender, Task> Act,
    int CallsAtOnce = 1
)
{
    /// <returns>The case as one client of this kind performs it.</returns>
    public Func<Task> With(ClientKind kind)
    {
        var client = CreateClient(kind);
        return () => Act(client);
    }
}
