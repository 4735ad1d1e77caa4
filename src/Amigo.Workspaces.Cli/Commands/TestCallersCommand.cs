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
        new("test-callers", "Shows and changes the phone numbers whose calls count as tests.")
        {
            List(terminal),
            Set(terminal),
            Add(terminal),
            Remove(terminal),
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
        return new Command("list", "Shows the numbers.") { workspace }
            .AlsoCalled("ls")
            .Running(
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
        var none = new Option<bool>("--none") { Description = "Remove all numbers." };
        var force = NumberRule.ForceOption();
        var yes = ProductionConsent.Option();
        var command = new Command("set", "Replaces all numbers.") { workspace, numbers, none, force, yes };
        command.Validators.Add(result =>
        {
            if (result.IsGiven(none) == result.GetResult(numbers) is { Tokens.Count: > 0 })
            {
                result.AddError("Give the numbers, or --none to leave none.");
            }
        });
        return command.Running(
            terminal,
            session =>
            {
                NumberRule.Require(session, session.Value(numbers), session.Value(force));
                return WriteAsync(session, workspace, numbers, yes, client => client.ReplaceTestCallerNumbersAsync);
            }
        );
    }

    private static Command Add(Terminal terminal)
    {
        var workspace = WorkspaceReference.Argument();
        var numbers = Numbers(ArgumentArity.OneOrMore);
        var force = NumberRule.ForceOption();
        var yes = ProductionConsent.Option();
        return new Command("add", "Adds numbers to those that are set.") { workspace, numbers, force, yes }.Running(
            terminal,
            session =>
            {
                NumberRule.Require(session, session.Value(numbers), session.Value(force));
                return WriteAsync(session, workspace, numbers, yes, client => client.AddTestCallerNumbersAsync);
            }
        );
    }

    // What is no phone number can be there, and must be removable.
    private static Command Remove(Terminal terminal)
    {
        var workspace = WorkspaceReference.Argument();
        var numbers = Numbers(ArgumentArity.OneOrMore);
        var yes = ProductionConsent.Option();
        return new Command("remove", "Removes numbers. Numbers that are not set are ignored.") { workspace, numbers, yes }.Running(
            terminal,
            session => WriteAsync(session, workspace, numbers, yes, client => client.RemoveTestCallerNumbersAsync)
        );
    }

    private static Argument<string[]> Numbers(ArgumentArity arity) =>
        new("numbers") { Description = "Phone numbers, such as +15550100.", Arity = arity };

    private static async Task<int> WriteAsync(
        Session session,
        Argument<string> workspace,
        Argument<string[]> numbers,
        Option<bool> yes,
        Func<IWorkspacesClient, Write> write
    )
    {
        var reference = new WorkspaceReference(session.Value(workspace));
        var current = await reference.WorkspaceAsync(session);
        await ProductionConsent.RequireAsync(session, yes, current.Environment, $"change the test callers of {current.Slug}");
        var present = await session.WriteAsync(
            $"set the test caller numbers of {reference.Text}",
            $"{CommandLine.Name} test-callers list {reference.Text}",
            cancellation => write(session.Client)(current.Id, session.Value(numbers), session.Request, cancellation)
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
