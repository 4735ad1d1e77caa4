using System.Net;
using Amigo.Workspaces.Benchmarks.Clients;
using Amigo.Workspaces.Benchmarks.Service;

namespace Amigo.Workspaces.Benchmarks.Cases;

/// <summary>One thing that callers do, answered from memory.</summary>
/// <param name="Suspends">Whether the handler is suspended before it answers, as it is on every network.</param>
internal sealed record Case(string Name, bool Suspends, HttpStatusCode Status, byte[][] Answers, Func<Contender, Task> Call)
{
    private static readonly Uri Address = new("http://localhost/");
    private static readonly Guid WorkspaceId = new("0b0f7a2e-6a4b-4c9d-9a53-000000000001");

    public static IReadOnlyList<Case> All { get; } =
    [
        new("get", false, HttpStatusCode.OK, [Service.Answers.Workspace], client => client.GetAsync(WorkspaceId)),
        new("suspending", true, HttpStatusCode.OK, [Service.Answers.Workspace], client => client.GetAsync(WorkspaceId)),
        new("page", false, HttpStatusCode.OK, [Service.Answers.FirstPage], client => client.ListPageAsync(Service.Answers.PageSize)),
        new(
            "create",
            false,
            HttpStatusCode.OK,
            [Service.Answers.Workspace],
            client => client.CreateAsync("acme-clinic-1", "Acme Clinic 1")
        ),
        new("404", false, HttpStatusCode.NotFound, [Service.Answers.NotFound], GetMissingAsync),
        new("all", false, HttpStatusCode.OK, Service.Answers.AllPages, client => client.CountAllAsync()),
    ];

    /// <returns>The call, made with a client of this kind.</returns>
    public Func<Task> With(ClientKind kind)
    {
        var client = Contender.Create(kind, Address, new MemoryHandler(Status, Suspends, Answers));
        return () => Call(client);
    }

    private static async Task GetMissingAsync(Contender client)
    {
        try
        {
            await client.GetAsync(WorkspaceId).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return;
        }

        throw new InvalidOperationException("A missing workspace was found.");
    }
}
