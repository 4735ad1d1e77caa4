using System.Text.Json;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Contract.Stubs;

public sealed class DocumentedAnswerTests(StubbedService service) : StubTest(service)
{
    public static TheoryData<string, int> Errors =>
        [.. DocumentedAnswer.All.Where(answer => answer.Status >= 300).Select(answer => (answer.OperationId, answer.Status))];

    [Fact]
    public void Every_documented_answer_has_a_stub_and_no_other_has()
    {
        DocumentedAnswer.All.Select(answer => (answer.OperationId, answer.Status)).Should().BeEquivalentTo(Contract.Answers);
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_success_is_sent_and_read_as_the_contract_says(string operationId)
    {
        var call = ApiCalls.Of(operationId);
        var stub = DocumentedAnswer.SuccessOf(operationId);
        Answer(stub);

        var answer = await call.SendAsync(Client());

        ShouldBe(SentOnce, call);
        ((int)answer.StatusCode, answer.RequestId, answer.Attempts).Should().Be((stub.Status, stub.RequestId, 1));
        answer.RateLimit.Should().Be(new RateLimit(100, 42, DateTimeOffset.FromUnixTimeSeconds(1795305600)));
        answer.Value.Should().BeEquivalentTo(Expected[operationId], options => options.ComparingByMembers(answer.Value.GetType()));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_is_the_exception_of_its_status(string operationId, int status)
    {
        var call = ApiCalls.Of(operationId);
        var stub = DocumentedAnswer.Of(operationId, status);
        Answer(stub);

        var failure = await call.FailAsync(Client());

        ShouldBe(SentOnce, call);
        var error = failure.Should().BeAssignableTo<WorkspacesApiException>().Which;
        error.GetType().Should().Be(KindOf(status));
        (error.Operation, (int)error.StatusCode, error.RequestId, error.Attempts).Should().Be((operationId, status, stub.RequestId, 1));
        error.MayHaveBeenApplied.Should().Be(call.IsWrite && status >= 500);
        error.Message.Should().Contain(operationId).And.Contain(stub.RequestId).And.NotContain(Given.Key);
        error.ResponseBody.Should().Be(stub.Body);
        ShouldTell(error, stub.Json.GetProperty("detail"));
    }

    private static void ShouldTell(WorkspacesApiException error, JsonElement detail)
    {
        if (detail.ValueKind == JsonValueKind.String)
        {
            error.Detail.Should().Be(detail.GetString());
            return;
        }

        var expected = detail.EnumerateArray().Select(IssueOf).ToList();
        error.Should().BeOfType<WorkspacesValidationException>().Which.Issues.Should().Equal(expected);
        error.Detail.Should().Be(string.Join("; ", expected.Select(issue => $"{issue.Path}: {issue.Message}")));
    }

    private static ValidationIssue IssueOf(JsonElement issue)
    {
        var path = issue
            .GetProperty("loc")
            .EnumerateArray()
            .Aggregate("", (before, step) => step.ValueKind == JsonValueKind.Number ? $"{before}[{step}]" : $"{before}.{step}");
        return new ValidationIssue(path.TrimStart('.'), issue.GetProperty("msg").GetString()!, issue.GetProperty("type").GetString()!);
    }

    private static Type KindOf(int status) =>
        status switch
        {
            401 => typeof(WorkspacesUnauthorizedException),
            403 => typeof(WorkspacesForbiddenException),
            404 => typeof(WorkspacesNotFoundException),
            409 => typeof(WorkspacesConflictException),
            422 => typeof(WorkspacesValidationException),
            503 => typeof(WorkspacesUnavailableException),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "The contract documents no such status."),
        };

    private static readonly Workspace Acme = new()
    {
        Id = Given.WorkspaceId,
        Slug = "acme-clinic",
        Name = "Acme Clinic",
        Environment = WorkspaceEnvironment.Staging,
        BackendOrgId = "org-1",
        Region = WorkspaceRegion.UsEast1,
        ConnectorType = ConnectorType.Epic,
        ProvisionedAt = Date("2026-01-02T03:04:05.123456Z"),
        CreatedAt = Date("2026-01-01T00:00:00.000001Z"),
        UpdatedAt = Date("2026-01-02T03:04:05.123456Z"),
    };

    /// <summary>The second has values that this client does not know, and every null that the contract allows.</summary>
    private static readonly Workspace Lakeview = Acme with
    {
        Id = new Guid("7c1de2a4-52f1-4b7b-8f5e-3a2b7a1f9c02"),
        Slug = "lakeview",
        Name = "Zoë's Clinic",
        Environment = new WorkspaceEnvironment("research"),
        BackendOrgId = null,
        Region = new WorkspaceRegion("sa-east-1"),
        ConnectorType = null,
        ProvisionedAt = null,
    };

    private static readonly Dictionary<string, object> Expected = new(StringComparer.Ordinal)
    {
        ["list-workspaces"] = new WorkspacePage
        {
            Items = [Acme, Lakeview],
            HasMore = true,
            ContinuationToken = 75,
            Total = 120,
        },
        ["get-workspace"] = Acme,
        ["update-workspace"] = Acme with
        {
            Name = "Acme Clinic North",
            Environment = WorkspaceEnvironment.Production,
            Region = WorkspaceRegion.EuCentral1,
            ConnectorType = null,
        },
        ["provision-workspace"] = new ProvisionResult { Workspace = Acme },
        ["archive-workspace"] = Acme,
        ["check-environment-conversion"] = new EnvironmentCheck
        {
            Current = "staging",
            Target = "production",
            Warnings = ["No connector is configured.", "Test caller numbers are still set."],
        },
        ["convert-workspace-environment"] = Acme with { Environment = WorkspaceEnvironment.Production },
        ["get-test-caller-numbers"] = ApiCalls.Numbers,
        ["update-test-caller-numbers"] = ApiCalls.Numbers,
        ["create-my-workspace"] = Acme,
    };

    private static DateTimeOffset Date(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
