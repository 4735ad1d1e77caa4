using Amigo.Workspaces.Cli.Manifest;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;
using CliReader = Amigo.Workspaces.Cli.Manifest.ManifestReader;

namespace Fuzz;

/// <summary>A manifest: it holds workspaces that can be applied, or is refused with words for the person at the terminal.</summary>
internal static class ManifestReader
{
    public static void Read(byte[] content)
    {
        var strict = TryRead(content, skipsValidation: false);
        var lax = TryRead(content, skipsValidation: true);
        BrokenPromiseException.ThrowUnless(strict is null || lax?.Count == strict.Count, "what is valid is valid without validation too");
        BrokenPromiseException.ThrowUnless(
            strict is null || strict.All(entry => WorkspaceSlug.IsValid(entry.Slug)),
            "every workspace has a valid slug"
        );
    }

    private static IReadOnlyList<ManifestEntry>? TryRead(byte[] content, bool skipsValidation)
    {
        try
        {
            return CliReader.Read("clinics.yaml", content, skipsValidation);
        }
        catch (CliException exception)
        {
            BrokenPromiseException.ThrowUnless(exception.ExitCode == ExitCode.Usage, "it ends as a wrong use does");
            return null;
        }
    }
}
