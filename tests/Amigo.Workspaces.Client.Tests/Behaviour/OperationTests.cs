using System.Net;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public class OperationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OperationCall.Ids), MemberType = typeof(OperationCall))]
    public async Task The_plain_call_sends_the_request_of_the_contract_and_reads_the_answer(string operation)
    {
        var call = OperationCall.Of(operation);
        await using var server = await StubServer.StartAsync(call.Status, call.Answer);
        using var client = Given.Client(server.BaseAddress);

        var value = await call.Plain(client, null, Cancellation);

        value.Should().BeEquivalentTo(call.Value, "of {0}", operation);
        CheckRequest(server.Requests.Should().ContainSingle().Which, call);
    }

    [Theory]
    [MemberData(nameof(OperationCall.Ids), MemberType = typeof(OperationCall))]
    public async Task The_lower_layer_sends_the_same_request_and_tells_about_the_answer(string operation)
    {
        var call = OperationCall.Of(operation);
        await using var server = await StubServer.StartAsync(
            call.Status,
            call.Answer,
            ("x-request-id", "req-7"),
            ("X-RateLimit-Limit", "600"),
            ("X-RateLimit-Remaining", "599"),
            ("X-RateLimit-Reset", "1767323045"),
            ("X-Several", "one"),
            ("Content-Language", "en")
        );
        using var client = Given.Client(server.BaseAddress);

        var response = await call.Raw(client, null, Cancellation);

        response.Value.Should().BeEquivalentTo(call.RawValue ?? call.Value, "of {0}", operation);
        response.StatusCode.Should().Be((HttpStatusCode)call.Status);
        response.RequestId.Should().Be("req-7");
        response.RateLimit.Should().Be(new RateLimit(600, 599, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
        response.Attempts.Should().Be(1);
        response.Headers["X-SEVERAL"].Should().Equal("one");
        response.Headers["content-language"].Should().Equal("en");
        CheckRequest(server.Requests.Should().ContainSingle().Which, call);
    }

    [Fact]
    public async Task What_the_service_does_not_tell_is_null()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson, ("X-RateLimit-Limit", "many"));
        using var client = Given.Client(server.BaseAddress);

        var response = await client.Workspaces.GetWorkspaceAsync(Given.WorkspaceId, null, Cancellation);

        response.RequestId.Should().BeNull();
        response.RateLimit.Should().BeNull();
        response.Headers.Should().NotContainKey("x-request-id");
    }

    [Fact]
    public async Task The_attempts_count_those_that_failed()
    {
        await using var server = await StubServer.StartAsync((503, ""), (500, ""), (200, Given.WorkspaceJson));
        using var client = Given.Client(server.BaseAddress);

        var response = await client.Workspaces.GetWorkspaceAsync(Given.WorkspaceId, null, Cancellation);

        response.Attempts.Should().Be(3);
    }

    [Fact]
    public async Task A_page_is_asked_for_with_the_parameters_that_were_given_and_no_others()
    {
        await using var server = await StubServer.StartAsync(200, """{"items":[],"has_more":false}""");
        using var client = Given.Client(server.BaseAddress);

        await client.Workspaces.ListWorkspacesAsync(null, null, null, Cancellation);
        await client.Workspaces.ListWorkspacesAsync(7, null, null, Cancellation);
        await client.Workspaces.ListWorkspacesAsync(null, 9_000_000_000, null, Cancellation);
        await client.Workspaces.ListWorkspacesAsync(7, 0, null, Cancellation);

        server
            .Requests.Select(request => request.Query)
            .Should()
            .Equal("", "?limit=7", "?continuation_token=9000000000", "?limit=7&continuation_token=0");
        server.Requests.Should().OnlyContain(request => request.Path == "/v1/workspaces");
    }

    [Theory]
    [InlineData(ConversionTarget.Production, "?target=production")]
    [InlineData(ConversionTarget.Staging, "?target=staging")]
    public async Task A_check_says_which_conversion_it_is_about(ConversionTarget target, string query)
    {
        await using var server = await StubServer.StartAsync(200, """{"current":"staging","target":"production","warnings":[]}""");
        using var client = Given.Client(server.BaseAddress);

        await client.CheckEnvironmentConversionAsync(Given.WorkspaceId, target, null, Cancellation);

        server.Requests.Should().ContainSingle().Which.Query.Should().Be(query);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    public async Task A_base_address_with_or_without_the_version_gives_the_same_request(string path)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Given.Client(new Uri(server.BaseAddress, path));

        await client.GetAsync(Given.WorkspaceId, null, Cancellation);

        server.Requests.Single().Path.Should().Be(OperationCall.Of("get-workspace").Path);
    }

    [Fact]
    public async Task A_base_address_keeps_its_own_path()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Given.Client(new Uri(server.BaseAddress, "/gateway/amigo/v1"));

        await client.GetAsync(Given.WorkspaceId, null, Cancellation);

        server.Requests.Single().Path.Should().Be("/gateway/amigo" + OperationCall.Of("get-workspace").Path);
    }

    private static void CheckRequest(SeenRequest request, OperationCall call)
    {
        request.Method.Should().Be(call.Method);
        request.Path.Should().Be(call.Path);
        request.Query.Should().Be(call.Query);
        request.Body.Should().Be(call.Body);
        request.Headers["Authorization"].Should().Be("Bearer " + Given.Key);
        request.Headers["Accept"].Should().Be("application/json");
        request.Headers["User-Agent"].Should().StartWith("Amigo.Workspaces.Client/");
        request.Headers["Accept-Encoding"].Should().ContainAll("gzip", "br");
        if (call.Body.Length > 0)
        {
            request.Headers["Content-Type"].Should().Be("application/json");
            request.Headers["Content-Length"].Should().Be(call.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            request.Headers.Should().NotContainKey("Content-Type");
        }
    }
}
