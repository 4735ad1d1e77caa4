using System.Text;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Properties;

/// <summary>Whatever a server answers, a call ends with a value that keeps the contract or with an exception that says what happened.</summary>
public sealed class AnswerProperties : IDisposable
{
    private readonly WorkspacesClient _client;
    private (int Status, byte[] Body) _answer;

    public AnswerProperties() => _client = new AnsweringHandler(_ => _answer).CreateClient();

    public static TheoryData<string> OperationIds => [.. AnswerCases.Calls.Keys];

    public void Dispose() => _client.Dispose();

    [Fact]
    public void Random_bytes_end_well() =>
        Fuzz.ForAll(8, AnswerGenerators.Random, answer => EndsWellAsync(answer).GetAwaiter().GetResult());

    [Fact]
    public void Splinters_of_json_end_well() =>
        Fuzz.ForAll(8, AnswerGenerators.Soups, answer => EndsWellAsync(answer).GetAwaiter().GetResult());

    [Fact]
    public void Valid_bodies_with_a_few_changes_end_well() =>
        Fuzz.ForAll(20, AnswerGenerators.Mutations, answer => EndsWellAsync(answer).GetAwaiter().GetResult());

    [Theory]
    [MemberData(nameof(OperationIds))]
    public async Task A_body_cut_off_anywhere_is_never_taken_for_a_whole_one(string operationId)
    {
        var body = Encoding.UTF8.GetBytes(AnswerCases.ValidBody(operationId));

        (await EndsWellAsync(new AnswerCase(operationId, 200, body))).Should().NotBeNull("the whole body is valid");
        for (var length = 0; length < body.Length; length++)
        {
            (await EndsWellAsync(new AnswerCase(operationId, 200, body[..length]))).Should().BeNull("only {0} bytes arrived", length);
        }
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public async Task An_error_cut_off_anywhere_never_hides_the_status(string operationId)
    {
        foreach (var body in AnswerCases.ErrorBodies.Select(Encoding.UTF8.GetBytes))
        {
            for (var length = 0; length <= body.Length; length++)
            {
                await EndsWellAsync(new AnswerCase(operationId, AnswerCases.Errors[length % AnswerCases.Errors.Length], body[..length]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public async Task Nesting_of_any_depth_ends_well(string operationId)
    {
        foreach (var depth in Enumerable.Range(1, 140).Append(1_000).Append(200_000))
        {
            var nested = new string('[', depth) + new string(']', depth);
            var within = AnswerCases.ValidBody(operationId).TrimEnd()[..^1] + $",\"unknown\":{nested}}}";
            foreach (var body in new[] { nested, within, $"{{\"detail\":{nested}}}" })
            {
                await EndsWellAsync(new AnswerCase(operationId, 200, Encoding.UTF8.GetBytes(body)));
                await EndsWellAsync(new AnswerCase(operationId, 422, Encoding.UTF8.GetBytes(body)));
            }
        }
    }

    /// <summary>The value, or <see langword="null" /> when the call failed as it should.</summary>
    private async Task<object?> EndsWellAsync(AnswerCase answer)
    {
        _answer = (answer.Status, answer.Body);
        var isSuccess = answer.Status is >= 200 and < 300;
        try
        {
            var value = await AnswerCases.Calls[answer.OperationId](_client);
            isSuccess.Should().BeTrue("{0} is not a success", answer.Status);
            KeepsTheContract(value);
            return value;
        }
        catch (WorkspacesResponseException exception) when (isSuccess)
        {
            SaysWhatHappened(exception, answer);
        }
        catch (WorkspacesApiException exception) when (!isSuccess)
        {
            ((int)exception.StatusCode).Should().Be(answer.Status);
            (exception is WorkspacesValidationException).Should().Be(answer.Status == 422);
            $"{exception.Detail}{exception.ErrorCode}{exception.RequestId}{exception.ResponseBody}".Should().NotContain(Given.Key);
            SaysWhatHappened(exception, answer);
        }

        return null;
    }

    private static void SaysWhatHappened(WorkspacesException exception, AnswerCase answer)
    {
        exception.Operation.Should().Be(answer.OperationId);
        exception.Attempts.Should().Be(1);
        exception.Message.Should().StartWith(answer.OperationId).And.NotContain(Given.Key);
        exception.Message.Length.Should().BeLessThan(600);
        exception.Message.Any(char.IsControl).Should().BeFalse("the message is one line");
    }

    private static void KeepsTheContract(object value)
    {
        switch (value)
        {
            case Workspace workspace:
                IsWhole(workspace).Should().BeTrue();
                break;
            case WorkspacePage page:
                page.Items.All(IsWhole).Should().BeTrue();
                break;
            case ProvisionResult result:
                IsWhole(result.Workspace).Should().BeTrue();
                break;
            case EnvironmentCheck check:
                (check is { Current: not null, Target: not null } && check.Warnings.All(warning => warning is not null)).Should().BeTrue();
                break;
            case TestCallerNumbers numbers:
                numbers.Numbers.All(number => number is not null).Should().BeTrue();
                break;
        }
    }

    private static bool IsWhole(Workspace workspace) =>
        workspace is { Slug: not null, Name: not null, Environment.Value: not null, Region.Value: not null };
}
