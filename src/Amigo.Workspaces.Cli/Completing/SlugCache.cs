using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Cli.Storage;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Completing;

/// <summary>Slugs kept for a minute, so that a shell that completes word after word asks the service once. One file for each key and address.</summary>
internal sealed class SlugCache(WorkspacesClientOptions options, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly OwnedFile _file = new(Path.Combine(Folder(), CommandLine.Name, $"slugs-{Digest(options)}.json"));

    /// <returns>The slugs; <see langword="null" /> when none are kept, or for longer than they may be.</returns>
    public IReadOnlyList<string>? Read()
    {
        try
        {
            var kept = _file.Read() is { } content ? JsonSerializer.Deserialize<Kept>(content) : null;
            var age = time.GetUtcNow() - kept?.ReadAt;
            return age >= TimeSpan.Zero && age < Lifetime ? kept!.Slugs : null;
        }
        catch (Exception failure) when (failure is CliException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps slugs; where that cannot be, it does nothing.</summary>
    public void Write(IReadOnlyList<string> slugs)
    {
        try
        {
            var content = JsonSerializer.SerializeToUtf8Bytes(new Kept(time.GetUtcNow(), slugs));
            _file.ChangeAsync(_ => content, time, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (CliException)
        {
            // They are read again next time.
        }
    }

    private static string Folder() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } folder && Path.IsPathRooted(folder) ? folder
        : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");

    // Tells keys apart and gives none away.
    private static string Digest(WorkspacesClientOptions options) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{options.BaseAddress}\n{options.ApiKey}")).AsSpan(0, 8));

    private sealed record Kept(
        [property: JsonPropertyName("read_at")] DateTimeOffset ReadAt,
        [property: JsonPropertyName("slugs")] IReadOnlyList<string> Slugs
    );
}
