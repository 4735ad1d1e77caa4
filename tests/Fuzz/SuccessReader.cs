using System.Net;
using Amigo.Workspaces.Client;
using Polyteia.Workspaces.Client;

namespace Fuzz;

/// <summary>The body of a success, read as the answer to every operation that has one of its own.</summary>
internal static class SuccessReader
{
    /// <summary>What the corpus is about: an answer about another workspace is refused.</summary>
    public static readonly Guid AmigoId = new("3f2b8c1e-9a4d-4e6f-8b7a-1c2d3e4f5a6b");

    public const string PolyteiaId = "ws_cv33u4n0i6q45p93i930";

    public static void Read(byte[] body)
    {
        var answer = new Answer(HttpStatusCode.OK, body);
        EndsWell(answer, client => client.GetAsync(AmigoId));
        EndsWell(answer, client => client.ProvisionAsync(AmigoId));
        EndsWell(answer, client => client.CheckEnvironmentConversionAsync(AmigoId));
        EndsWell(answer, client => client.GetTestCallerNumbersAsync(AmigoId));

        var read = answer.ReadBy((PolyteiaWorkspacesClient client) => client.GetAsync(PolyteiaId), out var exception);
        BrokenPromiseException.ThrowUnless(read?.Name is not null || IsOfAnswer(exception), "a workspace with a name, or what was wrong");
        answer.ReadBy((PolyteiaWorkspacesClient client) => DeleteAsync(client), out exception);
        BrokenPromiseException.ThrowUnless(exception is null || IsOfAnswer(exception), "deleted, or what was wrong");
    }

    /// <summary>Either it is not what the contract says, or it broke off.</summary>
    public static bool IsOfAnswer(Exception? exception) =>
        exception
            is WorkspacesResponseException
                or WorkspacesConnectionException
                or PolyteiaResponseException
                or PolyteiaConnectionException;

    private static void EndsWell<T>(Answer answer, Func<WorkspacesClient, Task<T>> call)
        where T : class
    {
        var value = answer.ReadBy(call, out var exception);
        BrokenPromiseException.ThrowUnless(value?.ToString() is not null || IsOfAnswer(exception), "a value, or what was wrong");
    }

    private static async Task<string> DeleteAsync(PolyteiaWorkspacesClient client)
    {
        await client.DeleteWithoutConfirmationAsync(PolyteiaId);
        return PolyteiaId;
    }
}
