using Amigo.Workspaces.Client;

namespace UnitTesting;

/// <summary>Second way: a list made of pages, for code that takes what <see cref="IWorkspacesClient.ListAsync" /> returns.</summary>
public sealed class GivenPagesTests
{
    [Fact]
    public async Task Clinics_on_every_page_are_found()
    {
        var workspaces = AsyncPageable<Workspace>.FromPages([
            new Page<Workspace>([Clinic("lakeview"), Clinic("northside", provisioned: true)], ContinuationToken: 2, Total: 3),
            new Page<Workspace>([Clinic("riverbend")], ContinuationToken: null, Total: 3),
        ]);

        var found = await ClinicOnboarding.FindUnprovisionedAsync(workspaces, TestContext.Current.CancellationToken);

        Assert.Equal(["lakeview", "riverbend"], found);
    }

    [Fact]
    public async Task Nothing_is_found_in_an_empty_list()
    {
        var workspaces = AsyncPageable<Workspace>.FromPages([]);

        Assert.Empty(await ClinicOnboarding.FindUnprovisionedAsync(workspaces, TestContext.Current.CancellationToken));
    }

    private static Workspace Clinic(string slug, bool provisioned = false) =>
        new() { Slug = slug, ProvisionedAt = provisioned ? DateTimeOffset.UnixEpoch : null };
}
