using Amigo.Workspaces.Emulator;

namespace ManyTenants;

/// <summary>Where the keys of the clinics come from: in your program, from a secret store.</summary>
internal static class TenantKeys
{
    /// <summary>The keys in <c>AMIGO_API_KEY_NORTHSIDE</c> and so on; none for a clinic whose variable is not set.</summary>
    public static Dictionary<string, string> FromEnvironment(IEnumerable<string> clinics)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var clinic in clinics)
        {
            if (Environment.GetEnvironmentVariable($"AMIGO_API_KEY_{clinic.ToUpperInvariant()}") is { Length: > 0 } key)
            {
                keys[clinic] = key;
            }
        }

        return keys;
    }

    public static Dictionary<string, string> FromEmulator(WorkspacesEmulator emulator, IEnumerable<string> clinics) =>
        clinics.ToDictionary(clinic => clinic, _ => emulator.CreateApiKey(WorkspaceRole.Viewer), StringComparer.Ordinal);
}
