using System.Globalization;
using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.OpenApi;

namespace Amigo.Workspaces.Client.Tests.Contract;

/// <summary>The project's openapi.json.</summary>
internal static class Contract
{
    public static string File { get; } = Path.Combine(Repository.Root, "openapi.json");

    public static string Json { get; } = System.IO.File.ReadAllText(File);

    public static OpenApiDocument Document { get; } = Read(Json);

    /// <summary>Every operation with every status that the contract documents for it.</summary>
    public static IReadOnlyList<(string OperationId, int Status)> Answers { get; } =
    [
        .. from path in Document.Paths.Values
        from operation in path.Operations!.Values
        from status in operation.Responses!.Keys
        select (operation.OperationId!, int.Parse(status, CultureInfo.InvariantCulture)),
    ];

    /// <summary>Where the contract has an operation, and what it says of it.</summary>
    public static (string Path, HttpMethod Verb, OpenApiOperation Operation) Operation(string operationId) =>
        (
            from path in Document.Paths
            from operation in path.Value.Operations!
            where operation.Value.OperationId == operationId
            select (path.Key, operation.Key, operation.Value)
        ).Single();

    /// <summary>Statuses of errors that the contract documents on no operation, and that occur on all of them.</summary>
    public static IReadOnlyList<int> UndocumentedStatuses { get; } =
    [400, 429, .. Enumerable.Range(500, 100).Where(status => status != 503)];

    public static OpenApiDocument Read(string json)
    {
        var result = OpenApiDocument.Parse(json, OpenApiConstants.Json);
        return result.Document ?? throw new FormatException("Not an OpenAPI document.");
    }

    public static bool Documents(string operationId, int status) => Answers.Contains((operationId, status));
}
