using System.Text.Json;
using Polyteia.Workspaces.Client.Tests.Documentation;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using StubRequest = WireMock.RequestBuilders.Request;

namespace Polyteia.Workspaces.Client.Tests.Contract;

/// <summary>The documentation's examples as stubs: a service that knows these requests, to the letter of their JSON, and no others.</summary>
public sealed class StubTests : IClassFixture<StubbedService>, IDisposable
{
    private const string Scenario = "scenario";
    private const string Later = "later";

    private readonly StubbedService _service;
    private readonly ManualTimeProvider _clock = new();
    private readonly PolyteiaWorkspacesClient _client;

    public StubTests(StubbedService service)
    {
        service.StartAfresh();
        _service = service;
        _client = Given.Client(service.BaseAddress, options => options.TimeProvider = _clock);
    }

    public static TheoryData<string> Names => [.. DocumentedExample.All.Select(example => example.Name)];

    public static TheoryData<string, string> EveryError =>
        [.. from example in DocumentedExample.All from shape in Errors.Keys select (example.Name, shape)];

    public static TheoryData<string, string> EveryNonsense =>
        [.. from example in DocumentedExample.All from shape in Nonsense.Keys select (example.Name, shape)];

    private static Dictionary<string, (IResponseBuilder Answer, Type Kind, string? Detail, string? Code)> Errors =>
        new()
        {
            ["an error with code and words"] = (
                StubbedService.Json(404, """{"error":{"code":"not_found","message":"No such workspace."}}"""),
                typeof(PolyteiaNotFoundException),
                "No such workspace.",
                "not_found"
            ),
            ["an error that is a text"] = (
                StubbedService.Json(403, """{"error":"No."}"""),
                typeof(PolyteiaForbiddenException),
                "No.",
                null
            ),
            ["a message"] = (StubbedService.Json(401, """{"message":"No."}"""), typeof(PolyteiaUnauthorizedException), "No.", null),
            ["issues"] = (
                StubbedService.Json(422, """{"detail":[{"loc":["params","name"],"msg":"too long","type":"max"}]}"""),
                typeof(PolyteiaValidationException),
                "params.name: too long",
                null
            ),
            ["HTML from a proxy"] = (
                Response.Create().WithStatusCode(413).WithHeader("Content-Type", "text/html").WithBody("<html>413</html>"),
                typeof(PolyteiaApiException),
                null,
                null
            ),
            ["nothing"] = (Response.Create().WithStatusCode(409), typeof(PolyteiaConflictException), null, null),
        };

    private static Dictionary<string, IResponseBuilder> Nonsense =>
        new()
        {
            ["nothing"] = Response.Create().WithStatusCode(200),
            ["HTML"] = Response.Create().WithStatusCode(200).WithHeader("Content-Type", "text/html").WithBody("<html>Sign in</html>"),
            ["no data"] = StubbedService.Json(200, "{}"),
            ["an error"] = StubbedService.Json(200, """{"error":{"code":"not_found","message":"No such workspace."}}"""),
        };

    public void Dispose() => _client.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_the_client_sends_is_the_documented_request_and_its_answer_is_read(string name)
    {
        var example = DocumentedExample.Of(name);
        Example(example).RespondWith(Documented(example));

        var value = await SendAsync(name);

        ShouldBe(_service.Sent.Should().ContainSingle().Subject);
        if (value is Workspace workspace)
        {
            DocumentedCall.ShouldBeRead(workspace, example.Data);
        }
    }

    [Theory]
    [MemberData(nameof(EveryError))]
    public async Task An_error_is_the_exception_of_its_status_and_has_the_words_that_were_found(string name, string shape)
    {
        var (answer, kind, detail, code) = Errors[shape];
        Example(name).RespondWith(answer.WithHeader("x-request-id", "req-9"));

        var failure = (PolyteiaApiException)await FailAsync(name);

        failure.Should().BeOfType(kind);
        (failure.Operation, failure.Attempts, failure.RequestId).Should().Be((name, 1, "req-9"));
        (failure.Detail, failure.ErrorCode, failure.MayHaveBeenApplied).Should().Be((detail, code, false));
        failure.Message.Should().NotContain("<");
    }

    [Theory]
    [MemberData(nameof(EveryNonsense))]
    public async Task A_success_without_what_was_asked_for_is_no_success(string name, string shape)
    {
        Example(name).RespondWith(Nonsense[shape]);

        var failure = await FailAsync(name);

        failure.Should().BeOfType<PolyteiaResponseException>();
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, QueryCall.Of(name).IsWrite));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Two_503s_and_a_success_are_a_success_where_repeating_is_safe(string name)
    {
        var unavailable = StubbedService.Json(503, """{"error":{"code":"unavailable","message":"Service unavailable."}}""");
        Example(name).InScenario(Scenario).WillSetStateTo(Later, times: 2).RespondWith(unavailable);
        Example(name).InScenario(Scenario).WhenStateIs(Later).RespondWith(Documented(DocumentedExample.Of(name)));

        if (QueryCall.Of(name).MayRepeat)
        {
            await SendAsync(name);
            _service.Sent.Should().HaveCount(3).And.AllSatisfy(ShouldBe);
            return;
        }

        var failure = await FailAsync(name);

        failure.Should().BeOfType<PolyteiaUnavailableException>().Which.Detail.Should().Be("Service unavailable.");
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true));
        _service.Sent.Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_answer_that_is_late_is_asked_for_again_only_where_that_is_safe(string name)
    {
        Example(name).InScenario(Scenario).WillSetStateTo(Later).RespondWith(StubbedService.Never(out var arrived));
        Example(name).InScenario(Scenario).WhenStateIs(Later).RespondWith(Documented(DocumentedExample.Of(name)));

        var sending = SendAsync(name);
        await await Task.WhenAny(arrived, sending);
        _clock.Advance(new PolyteiaWorkspacesClientOptions().AttemptTimeout);

        if (QueryCall.Of(name).MayRepeat)
        {
            await sending;
            ShouldBe(_service.Sent.Should().ContainSingle().Subject);
            return;
        }

        var failure = await Assert.ThrowsAsync<PolyteiaTimeoutException>(() => sending);
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true));
    }

    [Fact]
    public async Task What_was_deleted_is_gone()
    {
        Example("delete_workspace")
            .InScenario(Scenario)
            .WillSetStateTo(Later)
            .RespondWith(Documented(DocumentedExample.Of("delete_workspace")));
        Example("get_workspace").InScenario(Scenario).WhenStateIs(Later).RespondWith(Errors["an error with code and words"].Answer);

        await SendAsync("delete_workspace");

        (await FailAsync("get_workspace")).Should().BeOfType<PolyteiaNotFoundException>();
    }

    [Fact]
    public async Task Answers_that_come_after_random_delays_go_to_their_own_callers()
    {
        var examples = Enumerable.Repeat(DocumentedExample.All, 4).SelectMany(example => example).ToList();
        DocumentedExample.All.ToList().ForEach(example => Example(example).RespondWith(Documented(example).WithRandomDelay(0, 40)));

        var values = await Task.WhenAll(examples.Select(example => SendAsync(example.Name)));

        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is Workspace workspace)
            {
                DocumentedCall.ShouldBeRead(workspace, examples[i].Data);
            }
        }

        _service.Sent.Should().HaveCount(examples.Count);
    }

    private WireMock.Server.IRespondWithAProvider Example(string name) => Example(DocumentedExample.Of(name));

    private WireMock.Server.IRespondWithAProvider Example(DocumentedExample example) =>
        _service.Given(
            StubRequest
                .Create()
                .UsingMethod(example.Method)
                .WithPath(new ExactMatcher(example.Address.AbsolutePath))
                .WithHeader("Content-Type", new ExactMatcher("application/json"))
                .WithBody((string? body) => JsonElement.DeepEquals(JsonElement.Parse(body ?? "null"), example.Request))
        );

    private static IResponseBuilder Documented(DocumentedExample example) => StubbedService.Json(200, example.Answer.GetRawText());

    private Task<object?> SendAsync(string name) => DocumentedCall.SendAsync(_client, DocumentedExample.Of(name));

    private async Task<PolyteiaException> FailAsync(string name) => await Assert.ThrowsAnyAsync<PolyteiaException>(() => SendAsync(name));

    private static void ShouldBe(SeenRequest sent)
    {
        (sent.Method, sent.Path, sent.Query).Should().Be(("POST", "/api", ""));
        sent.Headers["Authorization"].Should().Be("Bearer " + Given.Key);
        sent.Headers["Accept"].Should().Be("application/json");
        sent.Headers["User-Agent"].Should().StartWith("Polyteia.Workspaces.Client/");
    }
}
