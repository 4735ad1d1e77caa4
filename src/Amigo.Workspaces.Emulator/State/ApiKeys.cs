using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Amigo.Workspaces.Emulator.State;

/// <summary>The keys that are accepted: those that the options fix, and those that were made.</summary>
internal sealed class ApiKeys
{
    private const string Scheme = "Bearer ";

    private readonly Dictionary<string, WorkspaceRole> _fixed;
    private readonly ConcurrentDictionary<string, WorkspaceRole> _made;

    public ApiKeys(IEnumerable<KeyValuePair<string, WorkspaceRole>> fixedKeys, IEnumerable<KeyValuePair<string, WorkspaceRole>> made)
    {
        _fixed = new(fixedKeys, StringComparer.Ordinal);
        _made = new(made, StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, WorkspaceRole> Made => _made;

    /// <summary>Whether a key can be sent as a bearer token: printable ASCII without spaces.</summary>
    public static bool IsValid(string key) => key.Length > 0 && !key.AsSpan().ContainsAnyExceptInRange('!', '~');

    public string Create(WorkspaceRole role)
    {
        var key = "emu_" + RandomNumberGenerator.GetHexString(32, lowercase: true);
        _made[key] = role;
        return key;
    }

    /// <summary>A key of that role: a fixed one if there is one, else one that was made; null when there is none.</summary>
    public string? Of(WorkspaceRole role) =>
        _fixed.Concat(_made).Where(pair => pair.Value == role).Select(pair => pair.Key).FirstOrDefault();

    public WorkspaceRole? RoleOf(string? authorization)
    {
        if (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        var key = authorization[Scheme.Length..].Trim();
        return _fixed.TryGetValue(key, out var role) || _made.TryGetValue(key, out role) ? role : null;
    }
}
