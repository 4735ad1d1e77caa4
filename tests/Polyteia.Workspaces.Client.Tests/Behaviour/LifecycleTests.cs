using System.Text.Json;

namespace Polyteia.Workspaces.Client.Tests.Behaviour;

/// <summary>The operations against a stub that keeps what it is told.</summary>
public sealed class LifecycleTests : IAsyncLifetime
{
    private StubService _stub = null!;
    private PolyteiaWorkspacesClient _client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _stub = await StubService.StartAsync(cancellationToken: Cancel);
        _client = Given.Client(_stub.BaseAddress, options => options.ApiKey = _stub.CreateApiKey());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _stub.DisposeAsync();
    }

    [Fact]
    public async Task What_was_created_can_be_read_listed_changed_and_deleted()
    {
        var request = new CreateWorkspaceRequest
        {
            OrganizationId = Given.OrganizationId,
            Name = "Finance",
            Description = "Finance department workspace",
            Attributes = Given.Object("""{"cost_center":4711}"""),
        };
        var created = await _client.CreateAsync(request, cancellationToken: Cancel);
        var read = await _client.GetAsync(created.Id, cancellationToken: Cancel);
        var listed = await _client.ListAsync(cancellationToken: Cancel).ToListAsync(Cancel);
        var updated = await _client.UpdateAsync(created.Id, new() { Name = "Finance & Tax" }, cancellationToken: Cancel);
        await _client.DeleteAsync(created.Id, "Finance & Tax", cancellationToken: Cancel);
        var gone = () => _client.GetAsync(created.Id, cancellationToken: Cancel);

        created
            .Should()
            .BeEquivalentTo(
                new
                {
                    request.OrganizationId,
                    request.Name,
                    request.Description,
                }
            );
        created.Attributes!.Value.GetRawText().Should().Be("""{"cost_center":4711}""");
        created.Id.Should().StartWith("ws_");
        read.Should().Be(created);
        listed.Should().Equal(created);
        updated
            .Should()
            .BeEquivalentTo(
                new
                {
                    created.Id,
                    Name = "Finance & Tax",
                    created.Description,
                    created.CreatedAt,
                }
            );
        updated.UpdatedAt.Should().BeAfter(created.UpdatedAt);
        (await gone.Should().ThrowAsync<PolyteiaNotFoundException>()).Which.ErrorCode.Should().Be("not_found");
    }

    [Fact]
    public async Task A_create_leaves_out_what_is_not_set()
    {
        await _client.CreateAsync(Given.CreateRequest, cancellationToken: Cancel);

        SentParams().Select(member => member.Name).Should().Equal("organization_id", "name");
    }

    [Fact]
    public async Task An_update_leaves_out_what_is_unset_and_sends_null_for_what_is_null()
    {
        var id = _stub.Seed(1, workspace => workspace with { Description = "Old", Attributes = Given.Object("""{"a":1}""") })[0].Id;

        var kept = await _client.UpdateAsync(id, new() { Name = "New" }, cancellationToken: Cancel);
        SentParams().Select(member => member.Name).Should().Equal("id", "name");
        (kept.Description, kept.Attributes?.GetRawText()).Should().Be(("Old", """{"a":1}"""));

        var cleared = await _client.UpdateAsync(
            id,
            new()
            {
                Name = "New",
                Description = null,
                Attributes = null,
            },
            cancellationToken: Cancel
        );
        SentParams()
            .Select(member => (member.Name, member.Value.ValueKind))
            .Should()
            .Equal(
                ("id", JsonValueKind.String),
                ("name", JsonValueKind.String),
                ("description", JsonValueKind.Null),
                ("attributes", JsonValueKind.Null)
            );
        (cleared.Description, cleared.Attributes).Should().Be((null, null));
    }

    [Fact]
    public async Task An_empty_description_and_empty_attributes_are_not_the_same_as_none()
    {
        var id = _stub.Seed(1)[0].Id;

        await _client.UpdateAsync(
            id,
            new()
            {
                Name = "New",
                Description = "",
                Attributes = Given.Object("{}"),
            },
            cancellationToken: Cancel
        );

        SentParams().Single(member => member.Name == "description").Value.GetString().Should().BeEmpty();
        SentParams().Single(member => member.Name == "attributes").Value.GetRawText().Should().Be("{}");
    }

    [Fact]
    public async Task A_later_change_of_the_callers_object_changes_nothing()
    {
        var attributes = Given.Object("""{"a":1}""");
        var request = new CreateWorkspaceRequest
        {
            OrganizationId = Given.OrganizationId,
            Name = "Finance",
            Attributes = attributes,
        };
        _stub.Inject(StubFault.WithStatus(429));

        var creating = _client.CreateAsync(request, cancellationToken: Cancel);
        attributes["a"] = 2;
        await creating;

        _stub.Requests.Should().HaveCount(2).And.OnlyContain(sent => sent.Body.Contains("\"attributes\":{\"a\":1}"));
    }

    private List<JsonProperty> SentParams() => [.. JsonElement.Parse(_stub.Requests[^1].Body).GetProperty("params").EnumerateObject()];
}
