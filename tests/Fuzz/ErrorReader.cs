using System.Net;
using System.Text;
using Amigo.Workspaces.Client;
using Polyteia.Workspaces.Client;

namespace Fuzz;

/// <summary>The body of an error: whatever it is, the status is told.</summary>
internal static class ErrorReader
{
    private const int MaxBody = 8 * 1024;
    private const int MaxIssues = 100;

    public static void Read(byte[] body)
    {
        var answer = new Answer(HttpStatusCode.UnprocessableContent, body);
        answer.ReadBy((WorkspacesClient client) => client.GetAsync(SuccessReader.AmigoId), out var exception);
        BrokenPromiseException.ThrowUnless(
            exception is WorkspacesValidationException { Issues.Count: <= MaxIssues } amigo && IsShort(amigo.ResponseBody),
            "a validation exception of a bounded size"
        );

        answer.ReadBy((PolyteiaWorkspacesClient client) => client.GetAsync(SuccessReader.PolyteiaId), out var failure);
        BrokenPromiseException.ThrowUnless(
            failure is PolyteiaValidationException { Issues.Count: <= MaxIssues } polyteia && IsShort(polyteia.ResponseBody),
            "a validation exception of a bounded size"
        );
    }

    private static bool IsShort(string? text) => text is null || Encoding.UTF8.GetByteCount(text) <= MaxBody;
}
