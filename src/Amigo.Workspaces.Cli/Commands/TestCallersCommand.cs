using System.CommandLine;
using System.Text.Json.Nodes;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;
using Spectre.Console;

namespace Amigo.Workspaces.Cli.Commands;

internal static class TestCallersCommand
{
    public static Command Create(Terminal terminal) =>
        new("test-callers", "The phone numbers whose calls count as tests.")
        {
            List(terminal),
            Set(terminal),
            Change(terminal, "add", "Adds numbers to those that are there.", client => client.AddTestCallerNumbersAsync),
            Change(
                terminal,
                "remove",
                "Removes numbers; those that are not there are no error.",
                client => client.RemoveTestCallerNumbersAsync
            ),
        };

    private delegate Task<IReadOnlyList<string>> Write(
        Guid workspaceId,
        IEnumerable<string> numbers,
        RequestOptions? options,
        CancellationToken cancellationToken
    );

    private static Command List(Terminal terminal)
    {
        var workspace = WorkspaceReference.Argument();
        return new Command("list", "Shows the numbers.") { workspace }.Running(
            terminal,
            async session =>
            {
                var id = await new WorkspaceReference(session.Value(workspace)).IdAsync(session);
                Show(session, await session.Client.GetTestCallerNumbersAsync(id, session.Request, session.CancellationToken));
                return ExitCode.Done;
            }
        );
    }

    private static Command Set(Terminal terminal)
    {
        var workspace = WorkspaceReference.Argument();
        var numbers = Numbers(ArgumentArity.ZeroOrMore);
        var none = new Option<bool>("--none") { Description = "Leave no number." };
        var command = new Command("set", "Replaces all numbers.") { workspace, numbers, none };
        command.Validators.Add(result =>
        {
            if (result.IsGiven(none) == result.GetResult(numbers) is { Tokens.Count: > 0 })
            {
                result.AddError("Give the numbers, or --none to leave none.");
            }
        });
        return command.Running(
            terminal,
            session => WriteAsync(session, workspace, numbers, client => client.ReplaceTestCallerNumbersAsync)
        );
    }

    private static Command Change(Terminal terminal, string name, string description, Func<IWorkspacesClient, Write> write)
    {
        var workspace = WorkspaceReference.Argument();
        var numbers = Numbers(ArgumentArity.OneOrMore);
        return new Command(name, description) { workspace, numbers }.Running(
            terminal,
            session => WriteAsync(session, workspace, numbers, write)
        );
    }

    private static Argument<string[]> Numbers(ArgumentArity arity) =>
        new("numbers") { Description = "Phone numbers, as in +15550100.", Arity = arity };

    private static async Task<int> WriteAsync(
        Session session,
        Argument<string> workspace,
        Argument<string[]> numbers,
        Func<IWorkspacesClient, Write> write
    )
    {
        var reference = new WorkspaceReference(session.Value(workspace));
        var id = await reference.IdAsync(session);
        var present = await session.WriteAsync(
            $"set the test caller numbers of {reference.Text}",
            $"{CommandLine.Name} test-callers list {reference.Text}",
            cancellation => write(session.Client)(id, session.Value(numbers), session.Request, cancellation)
        );
        Show(session, present);
        return ExitCode.Done;
    }

    private static void Show(Session session, IReadOnlyList<string> numbers)
    {
        JsonNode document =
            session.Output == OutputFormat.Csv
                ? new JsonArray([.. numbers.Select(number => new JsonObject { ["number"] = number })])
                : ApiJson.Of(new TestCallerNumbers { Numbers = numbers });
        Result.Write(session, document, () => new Rows(numbers.Select(Tables.Cell)));
        if (numbers.Count == 0 && session.Output == OutputFormat.Table)
        {
            session.Terminal.Note("No test caller numbers are set.");
        }
    }
}
