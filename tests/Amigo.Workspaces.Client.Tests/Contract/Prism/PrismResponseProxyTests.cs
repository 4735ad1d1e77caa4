using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Contract.Prism;

/// <summary>What the emulator answers to requests that the contract forbids, which the proxy would refuse before the emulator saw them.</summary>
public sealed class PrismResponseProxyTests(PrismResponseProxy proxy) : PrismProxyTest(proxy), IClassFixture<PrismResponseProxy>
{
    private static readonly RequestOptions Skip = new() { SkipValidation = true };

    public static TheoryData<string, Func<IWorkspacesClient, Guid, Task>> BadRequests =>
        new()
        {
            { "query.limit", (client, _) => client.Workspaces.ListWorkspacesAsync(0, null, Skip) },
            { "query.limit", (client, _) => client.Workspaces.ListWorkspacesAsync(101, null, Skip) },
            { "body.slug", (client, _) => client.CreateAsync(Given.CreateRequest with { Slug = "A" }, Skip) },
            { "body.name", (client, id) => client.UpdateAsync(id, new UpdateWorkspaceRequest { Name = "" }, Skip) },
            { "body.slug", (client, id) => client.ArchiveAsync(id, "-", Skip) },
            { "body.confirm_slug", (client, id) => client.ConvertEnvironmentAsync(id, ConversionTarget.Staging, "-", Skip) },
            { "body.numbers", (client, id) => client.ReplaceTestCallerNumbersAsync(id, Enumerable.Repeat("+1", 101), Skip) },
            { "body.numbers[1]", (client, id) => client.ReplaceTestCallerNumbersAsync(id, ["+1", null!], Skip) },
        };

    [Theory]
    [MemberData(nameof(BadRequests))]
    public async Task A_refusal_keeps_the_contract(string path, Func<IWorkspacesClient, Guid, Task> send)
    {
        var watched = As(WorkspaceRole.Owner);
        var workspace = Emulator.Seed(1).Single();

        var failure = await Assert.ThrowsAsync<WorkspacesValidationException>(() => send(watched.Client, workspace.Id));

        failure.Issues.Should().ContainSingle().Which.Path.Should().Be(path);
        ShouldKeepTheContract(watched);
    }
}
