using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class RoleTests : EmulatorTest
{
    public static TheoryData<string, WorkspaceRole> Matrix
    {
        get
        {
            var matrix = new TheoryData<string, WorkspaceRole>();
            foreach (var operationId in OperationRequest.Ids)
            {
                foreach (var role in Enum.GetValues<WorkspaceRole>())
                {
                    matrix.Add(operationId, role);
                }
            }

            return matrix;
        }
    }

    public static TheoryData<string> OperationIds => [.. OperationRequest.Ids];

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_role_may_do_what_it_may_and_nothing_else(string operationId, WorkspaceRole role)
    {
        var workspace = SeedOne(seed => seed with { Environment = "staging" });
        var operation = OperationRequest.For(operationId, workspace.Id, workspace.Slug);

        var answer = await SendAsync(operation.Method, operation.Path, operation.Body, role);

        if (role >= operation.LeastRole)
        {
            answer.Status.Should().Be(operation.Success);
        }
        else
        {
            (answer.Status, answer.Detail).Should().Be((403, "Insufficient permissions."));
            Emulator.Workspaces.Should().Equal(workspace);
            Emulator.Applied.Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public async Task Without_a_key_every_operation_is_401(string operationId)
    {
        var operation = OperationRequest.For(operationId, Guid.NewGuid(), "slug");
        using var request = Request(operation.Method, operation.Path, operation.Body);
        request.Headers.Authorization = null;

        var answer = await SendAsync(request);

        (answer.Status, answer.Detail).Should().Be((401, "Missing or invalid API key."));
        answer.Headers["WWW-Authenticate"].Should().Be("Bearer");
    }

    [Theory]
    [InlineData("Bearer emu_00000000000000000000000000000000")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic {key}")]
    [InlineData("{key}")]
    [InlineData("Bearer {key}x")]
    public async Task An_unknown_key_is_401(string authorization)
    {
        using var request = Request("GET", "v1/workspaces");
        request.Headers.Authorization = null;
        var sent = authorization.Replace("{key}", Key(WorkspaceRole.Owner), StringComparison.Ordinal);
        request.Headers.TryAddWithoutValidation("Authorization", sent).Should().BeTrue();

        (await SendAsync(request)).Status.Should().Be(401);
    }

    [Fact]
    public async Task The_scheme_is_read_in_any_case()
    {
        using var request = Request("GET", "v1/workspaces");
        request.Headers.Authorization = new("bearer", Key(WorkspaceRole.Viewer));

        (await SendAsync(request)).Status.Should().Be(200);
    }

    [Fact]
    public async Task The_role_is_checked_before_the_path_and_the_body()
    {
        (await SendAsync("PATCH", "v1/workspaces/not-a-uuid", "{broken", WorkspaceRole.Member)).Status.Should().Be(403);
        (await SendAsync("PATCH", "v1/workspaces/not-a-uuid", "{broken", WorkspaceRole.Admin)).Status.Should().Be(422);
    }

    [Fact]
    public void Each_key_is_fresh()
    {
        var keys = Enumerable.Range(0, 100).Select(_ => Emulator.CreateApiKey(WorkspaceRole.Viewer)).ToList();

        keys.Should().OnlyHaveUniqueItems().And.OnlyContain(key => key.Length == 36 && key.StartsWith("emu_", StringComparison.Ordinal));
    }

    [Fact]
    public void A_role_that_does_not_exist_is_refused()
    {
        Emulator.Invoking(emulator => emulator.CreateApiKey((WorkspaceRole)4)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
