using System.Text.Json;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Cli.Storage;

namespace Amigo.Workspaces.Cli.Profiles;

/// <summary>The profile file in the user's configuration directory.</summary>
internal static class ProfileStore
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, RespectNullableAnnotations = true };

    private static readonly OwnedFile Owned = new(
        System.IO.Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            CommandLine.Name,
            "profiles.json"
        )
    );

    public static string Path => Owned.Path;

    /// <exception cref="CliException">Others can read the file, or it is not what this program wrote.</exception>
    public static ProfileSet Load() => Parse(Owned.Read());

    /// <summary>Changes the profiles as they are now, while no other process does.</summary>
    /// <exception cref="CliException">The file can be neither read nor written, or the change was refused.</exception>
    public static Task ChangeAsync(Session session, Action<ProfileSet> change) =>
        Owned.ChangeAsync(
            present =>
            {
                var set = Parse(present);
                change(set);
                return JsonSerializer.SerializeToUtf8Bytes(set, Json);
            },
            session.Time,
            session.CancellationToken
        );

    private static ProfileSet Parse(byte[]? content)
    {
        if (content is null)
        {
            return new ProfileSet();
        }

        try
        {
            var set = JsonSerializer.Deserialize<ProfileSet>(content, Json);
            if (set is not null && set.Profiles.Values.All(profile => profile is not null))
            {
                return set;
            }
        }
        catch (JsonException)
        {
            // The parser's own words may quote the file, which holds keys.
        }

        throw new CliException(ExitCode.Usage, $"{Path} is not a profile file.", "Fix it or move it away, then add the profiles again.");
    }
}
