using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Amigo.Workspaces.Emulator.State;

internal sealed class ApiKeys
{
    private const string Scheme = "Bearer ";

    private readonly ConcurrentDictionary<string, WorkspaceRole> _roles = new(StringComparer.Ordinal);

    public string Create(WorkspaceRole role)
    {
        var key = "emu_" + RandomNumberGenerator.GetHexString(32, lowercase: true);
        _roles[key] = role;
        return key;
    }

    public WorkspaceRole? RoleOf(string? authorization) =>
        authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true
        && _roles.TryGetValue(authorization[Scheme.Length..].Trim(), out var role)
            ? role
            : null;
}
