using Amigo.Workspaces.Cli.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Amigo.Workspaces.Cli.Tests;

/// <summary>Whoever waits for a long reading sees that it goes on.</summary>
public class ProgressTests
{
    [Theory]
    [InlineData("list --all", "Reading workspaces", true)]
    [InlineData("list --environment staging -o json", "Reading workspaces", true)]
    [InlineData("get acme-1", "Looking for acme-1", true)]
    [InlineData("apply clinics.yaml --dry-run", "Reading workspaces", true)]
    [InlineData("export all.jsonl", "Exporting", false)]
    public async Task A_long_reading_shows_a_bar_while_the_service_is_still_at_it(string line, string label, bool isCleared)
    {
        await using var world = await CliWorld.StartAsync();
        world.FileWith("clinics.yaml", "workspaces: [{ slug: acme-1, name: Acme }]");
        var seen = new TaskCompletionSource();
        await using var server = await StubServer.StartAsync((context, number) => AnswerAsync(context, number, seen.Task));

        using var terminal = world.StartInTerminal([.. line.Split(' '), "--base-url", $"{server.BaseAddress}"]);
        await terminal.WaitForAsync(label);
        seen.SetResult();
        var exitCode = await terminal.EndAsync();

        exitCode.Should().Be(0, terminal.Screen);
        terminal
            .Raw.Contains("\u001b[2K", StringComparison.Ordinal)
            .Should()
            .Be(isCleared, "a bar is left behind only when it is the result");
    }

    [Fact]
    public async Task A_reading_that_is_over_at_once_draws_nothing()
    {
        await using var world = await CliWorld.StartAsync(150);

        using var terminal = world.StartInTerminal("list", "--all");
        await terminal.EndAsync();

        terminal.Screen.Should().NotContain("Reading");
    }

    // The second page comes when the first was shown.
    private static async Task AnswerAsync(HttpContext context, int number, Task seen)
    {
        if (number > 1)
        {
            await seen.WaitAsync(context.RequestAborted);
        }

        var (more, token) = number == 1 ? ("true", "1") : ("false", "null");
        await StubServer.RespondAsync(
            context,
            200,
            $$"""
            {"items":[{"id":"00000000-0000-0000-0000-00000000000{{number}}","slug":"acme-{{number
                - 1}}","name":"Acme","environment":"staging",
            "backend_org_id":null,"region":"us-east-1","connector_type":null,"provisioned_at":null,"created_at":"2026-01-01T00:00:00Z",
            "updated_at":"2026-01-01T00:00:00Z"}],"has_more":{{more}},"continuation_token":{{token}},"total":2}
            """
        );
    }
}
