using Amigo.Workspaces.Benchmarks.Clients;
using Amigo.Workspaces.Benchmarks.Measuring;
using Amigo.Workspaces.Benchmarks.Service;

namespace Amigo.Workspaces.Benchmarks.Cases;

/// <summary>Over real HTTP on loopback, to a service in another process.</summary>
internal static class LoopbackCases
{
    private const int AtOnce = 32;
    private static readonly Guid WorkspaceId = new("0b0f7a2e-6a4b-4c9d-9a53-000000000001");

    public static IReadOnlyList<Case> To(Uri service) =>
        [
            Called(service, "loopback-get", "loopback get", client => client.GetAsync(WorkspaceId)),
            Called(service, "loopback-page", "loopback page of 100", client => client.ListPageAsync(Answers.PageSize)),
            Called(service, "loopback-32", "loopback get, 32 at once", GetManyAsync, AtOnce),
        ];

    private static Case Called(Uri service, string name, string title, Func<Contender, Task> act, int callsAtOnce = 1) =>
        new(name, title, Clock.OfProcess, kind => Contender.Create(kind, service, null), act, callsAtOnce);

    private static Task GetManyAsync(Contender client)
    {
        var calls = new Task[AtOnce];
        for (var i = 0; i < calls.Length; i++)
        {
            calls[i] = client.GetAsync(WorkspaceId);
        }

        return Task.WhenAll(calls);
    }
}
