using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Contract.Prism;

/// <summary>Prism as the service: it refuses every request that breaks the contract, and makes its answers out of nothing else.</summary>
public sealed class PrismMockTests : IClassFixture<PrismMock>, IDisposable
{
    private const int Seeds = 40;

    private readonly WatchedClient _watched;

    public PrismMockTests(PrismMock prism)
    {
        prism.Require();
        _watched = new WatchedClient(prism.BaseAddress, between: new AboutTheWorkspaceAsked());
    }

    public static TheoryData<string, int> DocumentedErrors => [.. Contract.Answers.Where(answer => answer.Status >= 300)];

    public void Dispose() => _watched.Dispose();

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task Every_operation_is_accepted_and_its_answer_is_read(string operationId)
    {
        var answer = await ApiCalls.Of(operationId).SendAsync(_watched.Client);

        Contract.Documents(operationId, (int)answer.StatusCode).Should().BeTrue();
        _watched.Verdicts.Should().ContainSingle().Which.Violations.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(DocumentedErrors))]
    public async Task Every_documented_error_is_the_exception_of_its_status(string operationId, int status)
    {
        var failure = await ApiCalls.Of(operationId).FailAsync(_watched.Client, Preferring($"code={status}"));

        var error = failure.Should().BeAssignableTo<WorkspacesApiException>().Which;
        ((int)error.StatusCode).Should().Be(status);
        error.GetType().Should().NotBe<WorkspacesApiException>("a documented status has a kind of its own");
        _watched.Verdicts.Should().ContainSingle().Which.Violations.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task Every_answer_that_the_contract_allows_can_be_read(string operationId)
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await ApiCalls.Of(operationId).SendAsync(_watched.Client, Preferring(Dynamic(seed)));
        }

        _watched.Verdicts.Should().HaveCount(Seeds).And.OnlyContain(verdict => verdict.Violations.Count == 0);
    }

    [Fact]
    public async Task Every_error_body_that_the_contract_allows_can_be_read()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var failure = await ApiCalls.List.FailAsync(_watched.Client, Preferring($"code=422, {Dynamic(seed)}"));

            failure.Should().BeOfType<WorkspacesValidationException>();
        }
    }

    public static TheoryData<string, Func<IWorkspacesClient, RequestOptions?, Task>> BrokenRequests =>
        new()
        {
            { "a slug of one character", (client, options) => client.ArchiveAsync(Given.WorkspaceId, "a", options) },
            { "a slug of 64 characters", (client, options) => client.ArchiveAsync(Given.WorkspaceId, new string('a', 64), options) },
            { "a slug in capitals", (client, options) => client.CreateAsync(Given.CreateRequest with { Slug = "Acme" }, options) },
            {
                "a slug that ends in a hyphen",
                (client, options) => client.ConvertEnvironmentAsync(Given.WorkspaceId, ConversionTarget.Staging, "acme-", options)
            },
            { "an empty name", (client, options) => client.CreateAsync(Given.CreateRequest with { Name = "" }, options) },
            {
                "an unknown environment",
                (client, options) => client.CreateAsync(Given.CreateRequest with { Environment = new WorkspaceEnvironment("qa") }, options)
            },
            { "an empty backend_org_id", (client, options) => client.CreateAsync(Given.CreateRequest with { BackendOrgId = "" }, options) },
            {
                "an unknown region",
                (client, options) =>
                    client.UpdateAsync(Given.WorkspaceId, new UpdateWorkspaceRequest { Region = new WorkspaceRegion("mars") }, options)
            },
            {
                "an unknown connector",
                (client, options) =>
                    client.UpdateAsync(
                        Given.WorkspaceId,
                        new UpdateWorkspaceRequest { ConnectorType = new ConnectorType("hubspot") },
                        options
                    )
            },
            {
                "an empty new name",
                (client, options) => client.UpdateAsync(Given.WorkspaceId, new UpdateWorkspaceRequest { Name = "" }, options)
            },
            { "a limit of 0", (client, options) => client.Workspaces.ListWorkspacesAsync(0, null, options) },
            { "a limit of 101", (client, options) => client.Workspaces.ListWorkspacesAsync(101, null, options) },
            {
                "101 numbers",
                (client, options) => client.ReplaceTestCallerNumbersAsync(Given.WorkspaceId, Enumerable.Repeat("+1", 101), options)
            },
            {
                "a number that is null",
                (client, options) => client.ReplaceTestCallerNumbersAsync(Given.WorkspaceId, ["+1", null!], options)
            },
        };

    [Theory]
    [MemberData(nameof(BrokenRequests))]
    public async Task What_the_client_refuses_to_send_an_independent_validator_refuses_too(
        string what,
        Func<IWorkspacesClient, RequestOptions?, Task> send
    )
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => send(_watched.Client, null));
        _watched.Verdicts.Should().BeEmpty("{0} is refused before anything is sent", what);

        await Assert.ThrowsAsync<WorkspacesValidationException>(() => send(_watched.Client, new RequestOptions { SkipValidation = true }));
        _watched.Verdicts.Should().ContainSingle().Which.Violations.Should().NotBeEmpty("Prism refuses {0}", what);
    }

    /// <summary>Prism's static answer to a list says has_more, with the token 0, to whatever page it is asked for.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Pages_that_never_end_are_refused(int readAhead)
    {
        var pages = _watched.Client.ListAsync(new ListWorkspacesOptions { ReadAhead = readAhead });

        var failure = await Assert.ThrowsAsync<WorkspacesResponseException>(async () =>
        {
            await foreach (var _ in pages.WithCancellation(TestContext.Current.CancellationToken)) { }
        });

        failure.Message.Should().Contain("continuation_token");
    }

    private static string Dynamic(int seed) => string.Create(CultureInfo.InvariantCulture, $"dynamic=true, seed={seed}");

    private static RequestOptions Preferring(string preference) =>
        new() { Headers = new Dictionary<string, string> { ["Prefer"] = preference } };

    /// <summary>Prism makes every id up, and the client refuses an answer about another workspace than the one asked for.</summary>
    private sealed class AboutTheWorkspaceAsked : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var asked = Given.WorkspaceId.ToString();
            if (!response.IsSuccessStatusCode || !request.RequestUri!.AbsolutePath.Contains(asked, StringComparison.Ordinal))
            {
                return response;
            }

            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
            var workspace = answer["workspace"]?.AsObject() ?? answer;
            if (workspace.ContainsKey("id"))
            {
                workspace["id"] = asked;
                response.Content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/json");
            }

            return response;
        }
    }
}
