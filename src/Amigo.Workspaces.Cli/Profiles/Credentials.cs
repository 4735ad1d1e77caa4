using System.CommandLine;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Cli.Storage;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Profiles;

/// <summary>The key and the address that a run uses, and where each came from. A class, because a record would print the key.</summary>
internal sealed class Credentials
{
    public const string KeyVariable = "AMIGO_API_KEY";
    public const string AddressVariable = "AMIGO_BASE_URL";

    /// <summary>Beyond any key, in bytes.</summary>
    public const int LargestKey = 64 * 1024;

    private const string WhereAddressesAre = $"--base-url, the profile or {AddressVariable}";

    private string? _baseUrl;

    private Credentials(string apiKey, string source)
    {
        ApiKey = apiKey;
        Source = source;
    }

    public string ApiKey { get; }

    /// <summary>Where the key came from, in words.</summary>
    public string Source { get; }

    /// <summary>The file that <c>--api-key-file</c> named.</summary>
    public string? KeyFile { get; private init; }

    /// <exception cref="CliException">There is no key.</exception>
    public static Credentials Find(ParseResult parsed)
    {
        var file = parsed.GetValue(GlobalOptions.ApiKeyFile);
        var profile = parsed.GetValue(GlobalOptions.Profile);
        if (file is not null && profile is not null)
        {
            throw new CliException(ExitCode.Usage, "--api-key-file and --profile both name a key: give one of them.");
        }

        var found =
            file is not null ? FromFile(file)
            : profile is not null ? FromProfile(ProfileStore.Load(), profile)
            : Variable(KeyVariable) is { } key ? new Credentials(key, $"the environment variable {KeyVariable}")
            : FromCurrentProfile();
        found._baseUrl = parsed.GetValue(GlobalOptions.BaseUrl) ?? found._baseUrl ?? Variable(AddressVariable);
        return found;
    }

    /// <summary>Says in the command's words, and without repeating it, why the client takes the key or the address not.</summary>
    public CliException Refused(ArgumentException problem) =>
        new(
            ExitCode.Usage,
            ErrorReport
                .WithoutParameter(problem)
                .Replace(nameof(WorkspacesClientOptions.BaseAddress), "The service's address", StringComparison.Ordinal)
                .Replace(nameof(WorkspacesClientOptions.ApiKey), "The API key", StringComparison.Ordinal),
            $"The address comes from {WhereAddressesAre}, the key from {Source}.",
            problem
        );

    public static Credentials FromProfile(Profile profile, string name) =>
        new(profile.ApiKey, $"the profile '{name}'") { _baseUrl = profile.BaseUrl };

    public WorkspacesClientOptions ToOptions()
    {
        var options = new WorkspacesClientOptions { ApiKey = ApiKey };
        if (_baseUrl is not null)
        {
            // Not echoed: an address can hold a password.
            options.BaseAddress = Uri.TryCreate(_baseUrl, UriKind.Absolute, out var address)
                ? address
                : throw new CliException(
                    ExitCode.Usage,
                    "The service's address is not an absolute address such as https://api.platform.amigo.ai.",
                    $"It comes from {WhereAddressesAre}."
                );
        }

        return options;
    }

    private static Credentials FromFile(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new CliException(ExitCode.Usage, $"There is no file {file.FullName} to read the key from.");
        }

        using var stream = file.OpenRead();
        var content =
            BoundedRead.ToEnd(stream, LargestKey)
            ?? throw new CliException(ExitCode.Usage, $"The file {file.FullName} is over 64 KB, too large for a key.");
        // Takes a byte-order mark for what it is.
        using var reader = new StreamReader(new MemoryStream(content));
        return new Credentials(reader.ReadToEnd().Trim(), $"the file {file.FullName}") { KeyFile = file.FullName };
    }

    private static Credentials FromProfile(ProfileSet set, string name) =>
        set.Profiles.TryGetValue(name, out var profile)
            ? FromProfile(profile, name)
            : throw new CliException(
                ExitCode.NotFound,
                $"There is no profile '{name}'.",
                $"`{CommandLine.Name} profile list` shows what there is; `{CommandLine.Name} profile add {name}` adds it."
            );

    private static Credentials FromCurrentProfile()
    {
        var set = ProfileStore.Load();
        return set.Current is { } name
            ? FromProfile(set, name)
            : throw new CliException(
                ExitCode.NotAuthorised,
                "There is no API key.",
                $"Set {KeyVariable}, give --api-key-file FILE, or run `{CommandLine.Name} profile add NAME`."
            );
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
