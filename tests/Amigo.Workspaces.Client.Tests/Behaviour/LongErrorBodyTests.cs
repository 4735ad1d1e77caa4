using System.Text;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

/// <summary>Apart from the other error bodies, because mutation testing makes long texts slow and leaves these out.</summary>
public class LongErrorBodyTests
{
    [Fact]
    public async Task A_body_without_end_does_not_hide_the_status()
    {
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                context.Response.StatusCode = 409;
                var block = new byte[64 * 1024];
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.Body.WriteAsync(block, context.RequestAborted);
                }
            }
        );

        var exception = await FailureOf<WorkspacesConflictException>(server.BaseAddress);

        Encoding.UTF8.GetByteCount(exception.ResponseBody!).Should().BeLessThanOrEqualTo(8 * 1024);
    }

    [Fact]
    public async Task The_first_hundred_issues_of_a_422_are_kept_however_many_there_are()
    {
        var issues = string.Join(
            ',',
            Enumerable
                .Range(0, 10_000)
                .Select(index =>
                    $$"""{"type":"string_type","loc":["body","numbers",{{index}}],"msg":"Input should be a string","input":"+1555"}"""
                )
        );
        await using var server = await StubServer.StartAsync(422, $$"""{"detail":[{{issues}}]}""");

        var exception = await FailureOf<WorkspacesValidationException>(server.BaseAddress);

        exception.Issues.Should().HaveCount(100);
        exception.Issues[17].Should().Be(new ValidationIssue("body.numbers[17]", "Input should be a string", "string_type"));
        exception.Detail.Should().StartWith("body.numbers[0]: Input should be a string; body.numbers[1]: ");
        Encoding.UTF8.GetByteCount(exception.ResponseBody!).Should().BeLessThanOrEqualTo(8 * 1024);
        exception.Message.Length.Should().BeLessThan(500);
        exception.ToString().Should().NotContain("+1555");
    }

    private static async Task<TException> FailureOf<TException>(Uri address)
        where TException : WorkspacesApiException
    {
        using var client = Given.Client(address);
        var creating = () => client.CreateAsync(Given.CreateRequest, null, TestContext.Current.CancellationToken);
        return (await creating.Should().ThrowAsync<TException>()).Which;
    }
}
