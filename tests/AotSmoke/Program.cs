using System.Net;
using Amigo.Workspaces.Client;
using Microsoft.Extensions.DependencyInjection;

// Makes every operation once, built ahead of time: nothing in the client may need reflection or code made at run time.
// The service's address and key come from AMIGO_BASE_URL and AMIGO_API_KEY. Exits with 0 when all is right.

var options = WorkspacesClientOptions.FromEnvironment();
await using var services = new ServiceCollection()
    .AddWorkspacesClient(registered => (registered.ApiKey, registered.BaseAddress) = (options.ApiKey, options.BaseAddress))
    .Services.BuildServiceProvider();
var client = services.GetRequiredService<IWorkspacesClient>();

var slug = WorkspaceSlug.FromName($"Aot {Guid.NewGuid():N}");
var request = new CreateWorkspaceRequest
{
    Slug = slug,
    Name = "Ahead of time",
    Environment = WorkspaceEnvironment.Staging,
    BackendOrgId = "org-1",
};

var created = await client.CreateAsync(request);
Expect("create-my-workspace", created.Slug == slug && created.Environment == WorkspaceEnvironment.Staging);

var again = await client.EnsureCreatedAsync(request);
Expect("create-my-workspace, a second time", again.Id == created.Id);

var read = await client.Workspaces.GetWorkspaceAsync(created.Id);
Expect(
    "get-workspace",
    read.Value == created && read.StatusCode == HttpStatusCode.OK && read.RequestId is not null && read.Headers.Count > 0
);

var found = await client.FindBySlugAsync(slug);
Expect("list-workspaces", found?.Id == created.Id);

var updated = await client.UpdateAsync(created.Id, new UpdateWorkspaceRequest { Name = "Renamed", ConnectorType = ConnectorType.Epic });
Expect("update-workspace", updated.Name == "Renamed" && updated.ConnectorType == ConnectorType.Epic);

var provisioned = await client.ProvisionAsync(created.Id);
Expect("provision-workspace", provisioned.ProvisionedAt is not null);

var check = await client.CheckEnvironmentConversionAsync(created.Id);
Expect("check-environment-conversion", check.Target == "production");

var converted = await client.ConvertEnvironmentAsync(created.Id, ConversionTarget.Production, slug);
Expect("convert-workspace-environment", converted.Environment == WorkspaceEnvironment.Production);

var replaced = await client.ReplaceTestCallerNumbersAsync(created.Id, ["+14155550100"]);
Expect("update-test-caller-numbers", replaced.SequenceEqual(["+14155550100"]));

var numbers = await client.GetTestCallerNumbersAsync(created.Id);
Expect("get-test-caller-numbers", numbers.SequenceEqual(replaced));

var archived = await client.ArchiveAsync(created.Id, slug);
Expect("archive-workspace", archived.Id == created.Id);

try
{
    await client.GetAsync(created.Id);
    Expect("get-workspace of an archived one", false);
}
catch (WorkspacesNotFoundException exception)
{
    Expect("get-workspace of an archived one", exception.Detail is not null && exception.Operation == "get-workspace");
}

Console.WriteLine("Every operation did what it should.");
return 0;

static void Expect(string step, bool isRight)
{
    if (!isRight)
    {
        Console.Error.WriteLine($"{step} did not do what it should.");
        Environment.Exit(1);
    }
}
