using System.Net;
using System.Text;
using System.Text.Json;
using Amigo.Workspaces.Client;
using Polyteia.Workspaces.Client;

namespace Fuzz;

/// <summary>A date inside a workspace: both clients read it alike, and like the framework where that reads it too.</summary>
internal static class DateReader
{
    public static void Read(byte[] date)
    {
        var text = Encoding.UTF8.GetString(date);
        var json = JsonEncodedText.Encode(text);
        var amigo = new Answer(
            HttpStatusCode.OK,
            Encoding.UTF8.GetBytes(
                $$"""{"id":"{{SuccessReader.AmigoId}}","slug":"acme","name":"Acme","environment":"staging","backend_org_id":null,"region":"eu","connector_type":null,"provisioned_at":null,"created_at":"{{json}}","updated_at":"2026-01-02T03:04:05Z"}"""
            )
        ).ReadBy((WorkspacesClient client) => client.GetAsync(SuccessReader.AmigoId), out var exception);
        BrokenPromiseException.ThrowUnless(amigo is not null || exception is WorkspacesResponseException, "a date, or what was wrong");

        var polyteia = new Answer(
            HttpStatusCode.OK,
            Encoding.UTF8.GetBytes(
                $$$"""{"data":{"id":"{{{SuccessReader.PolyteiaId}}}","organization_id":"org_1","name":"Finance","created_at":"{{{json}}}","updated_at":"2026-01-02T03:04:05Z"}}"""
            )
        ).ReadBy((PolyteiaWorkspacesClient client) => client.GetAsync(SuccessReader.PolyteiaId), out _);
        BrokenPromiseException.ThrowUnless(amigo?.CreatedAt == polyteia?.CreatedAt, "the same date in both clients");
        BrokenPromiseException.ThrowUnless(
            amigo is null || !HasOffset(text) || OfFramework(json) is not { } read || read == amigo.CreatedAt,
            "the moment that the framework reads"
        );
    }

    /// <summary>Without one the framework takes the machine's.</summary>
    private static bool HasOffset(string text) => text is [.., 'Z'] or [.., '+' or '-', _, _, ':', _, _];

    private static DateTimeOffset? OfFramework(JsonEncodedText json)
    {
        using var document = JsonDocument.Parse($"\"{json}\"");
        return document.RootElement.TryGetDateTimeOffset(out var read) ? read : null;
    }
}
