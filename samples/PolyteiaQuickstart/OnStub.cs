using System.Text.Json.Nodes;
using Polyteia.Workspaces.Client;
using PolyteiaStub;

namespace PolyteiaQuickstart;

/// <summary>The whole story, on a stub that lives as long as the sample.</summary>
internal static class OnStub
{
    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var stub = await StubService.StartAsync(cancellationToken: cancellationToken);
        stub.Seed(3);
        using var client = new PolyteiaWorkspacesClient(
            new PolyteiaWorkspacesClientOptions
            {
                ApiKey = stub.CreateApiKey(),
                BaseAddress = stub.BaseAddress,
                ApplicationName = "polyteia-quickstart/1.0",
            }
        );

        Say.Step("Start a stub");
        Say.Line($"It listens on {stub.BaseAddress} and holds {stub.Workspaces.Count} workspaces.");
        Say.Line("Set POLYTEIA_API_KEY to look at the real service instead.");

        var workspace = await CreateAsync(client, cancellationToken);
        await ListAsync(client, cancellationToken);
        workspace = await ChangeAttributesAsync(client, workspace, cancellationToken);
        await ReadThroughAnOutageAsync(client, stub, workspace, cancellationToken);
        await LoseAnAnswerAsync(client, stub, cancellationToken);
        await DeleteAsync(client, workspace, cancellationToken);
    }

    private static async Task<Workspace> CreateAsync(PolyteiaWorkspacesClient client, CancellationToken cancellationToken)
    {
        Say.Step("Create a workspace");
        var request = new CreateWorkspaceRequest
        {
            OrganizationId = "org_cv33u4n0i6q45p93i930",
            Name = "Finance",
            Description = "Finance department workspace",
            Attributes = new JsonObject
            {
                ["cost_center"] = 4711,
                ["contact"] = new JsonObject { ["team"] = "ledger" },
            },
        };
        var workspace = await client.CreateAsync(request, cancellationToken: cancellationToken);
        Say.Line($"{workspace.Id} is {workspace.Name}, with {workspace.Attributes}");
        return workspace;
    }

    private static async Task ListAsync(PolyteiaWorkspacesClient client, CancellationToken cancellationToken)
    {
        Say.Step("List workspaces, two at a time");
        var pages = client
            .ListAsync(new ListWorkspacesOptions { PageSize = 2 }, cancellationToken: cancellationToken)
            .AsPages(cancellationToken);
        await foreach (var page in pages)
        {
            Say.Line($"Page {page.Number} of {page.Total} workspaces: {string.Join(", ", page.Items.Select(workspace => workspace.Name))}");
        }
    }

    private static async Task<Workspace> ChangeAttributesAsync(
        PolyteiaWorkspacesClient client,
        Workspace workspace,
        CancellationToken cancellationToken
    )
    {
        Say.Step("Change one attribute, and leave the description as it is");
        var attributes = workspace.Attributes is { } present ? JsonObject.Create(present)! : [];
        attributes["cost_center"] = 4712;
        var request = new UpdateWorkspaceRequest { Name = workspace.Name, Attributes = attributes };
        var changed = await client.UpdateAsync(workspace.Id, request, cancellationToken: cancellationToken);
        Say.Line($"{changed.Name} ({changed.Description}) now has {changed.Attributes}");
        return changed;
    }

    private static async Task ReadThroughAnOutageAsync(
        PolyteiaWorkspacesClient client,
        StubService stub,
        Workspace workspace,
        CancellationToken cancellationToken
    )
    {
        Say.Step("503 on a query: tried again");
        stub.Inject(StubFault.WithStatus(503), "get_workspace", times: 2);
        var read = await client.GetAsync(workspace.Id, cancellationToken: cancellationToken);
        Say.Line($"{read.Name} was read by the third attempt.");
    }

    private static async Task LoseAnAnswerAsync(PolyteiaWorkspacesClient client, StubService stub, CancellationToken cancellationToken)
    {
        Say.Step("A create whose answer is lost: not tried again, because it may have been carried out");
        stub.Inject(StubFault.ResetAfterApply, "create_workspace");
        var request = new CreateWorkspaceRequest { OrganizationId = "org_cv33u4n0i6q45p93i930", Name = "Procurement" };
        try
        {
            await client.CreateAsync(request, cancellationToken: cancellationToken);
        }
        catch (PolyteiaException failure) when (failure.MayHaveBeenApplied)
        {
            Say.Line($"{failure.GetType().Name}: {failure.Message}");
            var found = await FindAsync(client, request.Name, cancellationToken);
            Say.Line(found is null ? "It was not created." : $"Looking instead of repeating: it is there, as {found.Id}.");
        }
    }

    private static async Task<Workspace?> FindAsync(PolyteiaWorkspacesClient client, string name, CancellationToken cancellationToken)
    {
        await foreach (var workspace in client.ListAsync(cancellationToken: cancellationToken))
        {
            if (workspace.Name == name)
            {
                return workspace;
            }
        }

        return null;
    }

    private static async Task DeleteAsync(PolyteiaWorkspacesClient client, Workspace workspace, CancellationToken cancellationToken)
    {
        Say.Step("Delete it, which cannot be taken back");
        try
        {
            await client.DeleteAsync(workspace.Id, confirmName: "Fiance", cancellationToken: cancellationToken);
        }
        catch (PolyteiaDeletionDeclinedException declined)
        {
            Say.Line($"Declined: the name is {declined.Workspace.Name}.");
        }

        await client.DeleteAsync(workspace.Id, confirmName: workspace.Name, cancellationToken: cancellationToken);
        Say.Line($"{workspace.Name} is gone.");
    }
}
