using System.CommandLine;
using System.Text.Json.Nodes;
using Amigo.Workspaces.Cli.Completing;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Profiles;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Cli.Storage;
using Spectre.Console;
using Profile = Amigo.Workspaces.Cli.Profiles.Profile;

namespace Amigo.Workspaces.Cli.Commands;

internal static class ProfileCommand
{
    private const int LongestName = 64;

    public static Command Create(Terminal terminal) =>
        new("profile", "Saves API keys by name in your configuration directory.")
        {
            Add(terminal),
            List(terminal),
            Use(terminal),
            Remove(terminal),
        };

    private static Command Add(Terminal terminal)
    {
        var name = Name();
        var replace = new Option<bool>("--replace") { Description = "Replace the profile that has this name." };
        var command = new Command("add", "Saves a key, typed unseen or read from stdin; with --base-url, its address too.")
        {
            name,
            replace,
        };
        return command.Running(
            terminal,
            async session =>
            {
                var called = session.Value(name);
                RequireFree(ProfileStore.Load());
                var profile = new Profile { ApiKey = await ReadKeyAsync(session), BaseUrl = session.Value(GlobalOptions.BaseUrl) };
                // Refuses a key or an address that could never work, without echoing it.
                session.Connect(Credentials.FromProfile(profile, called)).Dispose();

                await ProfileStore.ChangeAsync(
                    session,
                    set =>
                    {
                        RequireFree(set);
                        set.Profiles[called] = profile;
                        set.Current ??= called;
                    }
                );
                terminal.Note($"The profile '{called}' is saved in {ProfileStore.Path}.");
                return ExitCode.Done;

                void RequireFree(ProfileSet set)
                {
                    if (set.Profiles.ContainsKey(called) && !session.Value(replace))
                    {
                        throw new CliException(ExitCode.Conflict, $"There is a profile '{called}' already.", "--replace replaces it.");
                    }
                }
            }
        );
    }

    private static Command List(Terminal terminal) =>
        new Command("list", "Shows the profiles, without their keys.")
            .AlsoCalled("ls")
            .Running(
                terminal,
                session =>
                {
                    var set = ProfileStore.Load();
                    var rows = set.Profiles.Select(entry => new JsonObject
                    {
                        ["name"] = entry.Key,
                        ["base_url"] = entry.Value.BaseUrl,
                        ["current"] = string.Equals(entry.Key, set.Current, StringComparison.Ordinal),
                    });
                    Result.Write(session, new JsonArray([.. rows]), () => View(set, terminal.IsOutputRedirected));
                    return Task.FromResult(ExitCode.Done);
                }
            );

    private static Command Use(Terminal terminal)
    {
        var name = Name().OfferingProfiles();
        return new Command("use", "Makes a profile the current one, which is used when no other key is given.") { name }.Running(
            terminal,
            async session =>
            {
                await ProfileStore.ChangeAsync(session, set => set.Current = Require(set, session.Value(name)));
                if (Environment.GetEnvironmentVariable(Credentials.KeyVariable) is { Length: > 0 })
                {
                    terminal.Note($"{Credentials.KeyVariable} is set, and goes before the current profile.");
                }

                return ExitCode.Done;
            }
        );
    }

    private static Command Remove(Terminal terminal)
    {
        var name = Name().OfferingProfiles();
        return new Command("remove", "Removes a profile and its key.") { name }.Running(
            terminal,
            async session =>
            {
                var wasCurrent = false;
                await ProfileStore.ChangeAsync(
                    session,
                    set =>
                    {
                        var called = Require(set, session.Value(name));
                        set.Profiles.Remove(called);
                        wasCurrent = string.Equals(set.Current, called, StringComparison.Ordinal);
                        set.Current = wasCurrent ? null : set.Current;
                    }
                );
                if (wasCurrent)
                {
                    terminal.Note($"It was the current one: `{CommandLine.Name} profile use NAME` chooses another.");
                }

                return ExitCode.Done;
            }
        );
    }

    private static Argument<string> Name()
    {
        var name = new Argument<string>("name") { Description = "The profile: letters, digits, '.', '_' and '-'." };
        name.Validators.Add(result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (
                text.Length is 0 or > LongestName
                || !text.All(character => char.IsAsciiLetterOrDigit(character) || "._-".Contains(character))
            )
            {
                result.AddError($"A profile's name is 1 to {LongestName} letters, digits, '.', '_' and '-'.");
            }
        });
        return name;
    }

    private static string Require(ProfileSet set, string name) =>
        set.Profiles.ContainsKey(name)
            ? name
            : throw new CliException(ExitCode.NotFound, $"There is no profile '{name}'.", "`profile list` shows what there is.");

    private static async Task<string> ReadKeyAsync(Session session)
    {
        var key = Console.IsInputRedirected
            ? await Task.Run(
                    () =>
                        BoundedRead.Line(Console.In, Credentials.LargestKey)
                        ?? throw new CliException(ExitCode.Usage, "The line on stdin is too long for a key."),
                    session.CancellationToken
                )
                .WaitAsync(session.CancellationToken)
            : await Prompt.AskHiddenAsync(session.Terminal, "API key (not shown):", session.CancellationToken);
        return string.IsNullOrWhiteSpace(key) ? throw new CliException(ExitCode.Usage, "No key was given on stdin.") : key.Trim();
    }

    private static Table View(ProfileSet set, bool isBare)
    {
        var table = Tables.Create(isBare, "Profile", "Address", "Current");
        foreach (var (name, profile) in set.Profiles)
        {
            var isCurrent = string.Equals(name, set.Current, StringComparison.Ordinal);
            table.AddRow(Tables.Cell(name), Tables.Cell(profile.BaseUrl ?? "(default)"), Tables.Cell(isCurrent ? "yes" : ""));
        }

        return table;
    }
}
