using System.Text.Json;
using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class TestCallerNumbersValidationTests : EmulatorTest
{
    [Fact]
    public async Task Test_caller_numbers_must_be_texts()
    {
        var answer = await SetNumbersAsync("""{"numbers":["+1",2,null]}""");

        answer.Status.Should().Be(422);
        answer
            .Issues.Should()
            .Equal(
                new Answer.Issue("string_type", """["body","numbers",1]""", "Input should be a valid string", "2", null),
                new Answer.Issue("string_type", """["body","numbers",2]""", "Input should be a valid string", "null", null)
            );
    }

    [Fact]
    public async Task Test_caller_numbers_must_be_a_list()
    {
        (await SetNumbersAsync("""{"numbers":"+1"}"""))
            .Issues.Should()
            .Equal(new Answer.Issue("list_type", """["body","numbers"]""", "Input should be a valid list", "\"+1\"", null));
    }

    [Fact]
    public async Task Test_caller_numbers_may_be_a_hundred_and_no_more()
    {
        var numbers = JsonSerializer.Serialize(Enumerable.Range(0, 101).Select(number => $"{number}"));

        (await SetNumbersAsync($$"""{"numbers":{{numbers}}}"""))
            .Issues.Should()
            .Equal(
                new Answer.Issue(
                    "too_long",
                    """["body","numbers"]""",
                    "List should have at most 100 items after validation, not 101",
                    numbers,
                    """{"field_type":"List","max_length":100,"actual_length":101}"""
                )
            );

        var hundred = JsonSerializer.Serialize(Enumerable.Range(0, 100).Select(number => $"{number}"));
        (await SetNumbersAsync($$"""{"numbers":{{hundred}}}""")).Status.Should().Be(200);
    }

    private Task<Answer> SetNumbersAsync(string body)
    {
        var id = Emulator.Workspaces.Count > 0 ? Emulator.Workspaces[0].Id : SeedOne().Id;
        return SendAsync("PUT", $"v1/workspaces/{id}/test-caller-numbers", body);
    }
}
