using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class ContractTests : EmulatorTest
{
    public static TheoryData<string> OperationIds => [.. OperationRequest.Ids];

    [Theory]
    [MemberData(nameof(OperationIds))]
    public async Task Every_operation_answers_as_the_contract_says(string operationId)
    {
        var workspace = SeedOne(seed => seed with { Environment = "staging", ConnectorType = null, ProvisionedAt = null });
        var operation = OperationRequest.For(operationId, workspace.Id, workspace.Slug);

        var answer = await SendAsync(operation.Method, operation.Path, operation.Body);

        answer.Status.Should().Be(operation.Success);
        answer.ContentType.Should().Be("application/json");
        ContractSchema.ErrorsIn(operationId, answer).Should().BeEmpty();
        Emulator.Requests.Single().OperationId.Should().Be(operationId);
    }

    [Fact]
    public void The_operations_are_those_of_the_contract()
    {
        var id = Guid.NewGuid();
        var ours = OperationRequest.Ids.Select(operationId =>
        {
            var request = OperationRequest.For(operationId, id, "slug");
            return (operationId, request.Method, "/" + request.Path.Replace($"{id}", "{workspace_id}", StringComparison.Ordinal));
        });

        ours.Should().BeEquivalentTo(ContractSchema.Operations);
    }

    [Theory]
    [InlineData("GET", "v1/workspaces?limit=0&continuation_token=x", null, "list-workspaces")]
    [InlineData("GET", "v1/workspaces/x/environment-check?target=x", null, "check-environment-conversion")]
    [InlineData("PUT", "v1/workspaces/x/test-caller-numbers", """{"numbers":[1,"+1"]}""", "update-test-caller-numbers")]
    public async Task Validation_errors_answer_as_the_contract_says(string method, string path, string? body, string operationId)
    {
        var answer = await SendAsync(method, path, body);

        answer.Status.Should().Be(422);
        answer.Issues.Should().HaveCount(2);
        ContractSchema.ErrorsIn(operationId, answer).Should().BeEmpty();
    }

    [Fact]
    public async Task A_workspace_has_its_ten_members_in_order_with_nulls_and_microseconds()
    {
        var answer = await SendAsync("POST", "v1/me/workspaces", """{"slug":"lakeview","name":"Zoë's Clinic","environment":"staging"}""");

        var id = Emulator.Workspaces.Single().Id;
        answer
            .Body.Should()
            .Be(
                $$"""{"id":"{{id}}","slug":"lakeview","name":"Zoë's Clinic","environment":"staging","backend_org_id":null,"region":"us-east-1","connector_type":null,"provisioned_at":null,"created_at":"{{StartedAt}}","updated_at":"{{StartedAt}}"}"""
            );
    }

    [Theory]
    [InlineData("GET", "v1/workspaces", 200)]
    [InlineData("GET", "v1/workspaces?limit=0", 422)]
    [InlineData("GET", "nowhere", 404)]
    [InlineData("DELETE", "v1/workspaces", 405)]
    public async Task Every_answer_has_a_request_id_and_the_rate_limit(string method, string path, int status)
    {
        var first = await SendAsync(method, path);
        var second = await SendAsync(method, path);

        first.Status.Should().Be(status);
        first.ContentType.Should().Be("application/json");
        first.Headers["X-RateLimit-Limit"].Should().Be("10000");
        first.Headers["X-RateLimit-Remaining"].Should().Be("9999");
        first.Headers["X-RateLimit-Reset"].Should().Be("1795342591", "a minute after the first request, in whole seconds");
        first.Headers["x-request-id"].Should().NotBeEmpty().And.NotBe(second.Headers["x-request-id"]);
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("v1/workspaces/")]
    [InlineData("v1/v1/workspaces")]
    [InlineData("v1/workspaces/x/y")]
    [InlineData("V1/workspaces")]
    public async Task An_unknown_path_is_404(string path)
    {
        var answer = await SendAsync("GET", path);

        (answer.Status, answer.Body).Should().Be((404, """{"detail":"Not Found"}"""));
    }

    [Theory]
    [InlineData("POST", "v1/workspaces", "GET")]
    [InlineData("GET", "v1/me/workspaces", "POST")]
    [InlineData("DELETE", "v1/workspaces/x", "GET, PATCH")]
    [InlineData("POST", "v1/workspaces/x/test-caller-numbers", "GET, PUT")]
    public async Task A_wrong_method_is_405_and_names_the_right_ones(string method, string path, string allowed)
    {
        var answer = await SendAsync(method, path);

        (answer.Status, answer.Body).Should().Be((405, """{"detail":"Method Not Allowed"}"""));
        answer.Headers["Allow"].Should().Be(allowed);
    }
}
