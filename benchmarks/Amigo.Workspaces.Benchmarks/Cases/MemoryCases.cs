using System.Net;
using Amigo.Workspaces.Benchmarks.Clients;
using Amigo.Workspaces.Benchmarks.Measuring;
using Amigo.Workspaces.Benchmarks.Service;

namespace Amigo.Workspaces.Benchmarks.Cases;

/// <summary>The cost of a client alone: the answer comes from memory.</summary>
internal static class MemoryCases
{
    private static readonly Uri Address = new("http://localhost/");
    private static readonly Guid WorkspaceId = new("0b0f7a2e-6a4b-4c9d-9a53-000000000001");

    public static IReadOnlyList<Case> All { get; } =
    [
        Answered("get", "get", client => client.GetAsync(WorkspaceId), HttpStatusCode.OK, false, Answers.Workspace),
        Answered("suspending", "get, suspending", client => client.GetAsync(WorkspaceId), HttpStatusCode.OK, true, Answers.Workspace),
        Answered("page", "page of 100", client => client.ListPageAsync(Answers.PageSize), HttpStatusCode.OK, false, Answers.FirstPage),
        Answered("create", "create", CreateAsync, HttpStatusCode.Created, false, Answers.Workspace),
        Answered("404", "404 to exception", GetMissingAsync, HttpStatusCode.NotFound, false, Answers.NotFound),
        Answered("all", "list all of 10,000", client => client.CountAllAsync(), HttpStatusCode.OK, false, Answers.AllPages),
    ];

    private static Case Answered(
        string name,
        string title,
        Func<Contender, Task> act,
        HttpStatusCode status,
        bool suspends,
        params byte[][] bodies
    ) => new(name, title, Clock.OfThread, kind => Contender.Create(kind, Address, new MemoryHandler(status, suspends, bodies)), act);

    private static Task CreateAsync(Contender client) => client.CreateAsync("acme-clinic-000001", "Acme Clinic 000001");

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
