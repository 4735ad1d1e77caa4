using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using StubRequest = WireMock.RequestBuilders.Request;

namespace Amigo.Workspaces.Client.Tests.Contract.Stubs;

/// <summary>Matches the requests that the contract allows for an operation: its verb, path, query, key and body.</summary>
internal static class ContractRequest
{
    public static IRequestBuilder Of(string operationId)
    {
        var (path, verb, operation) = Contract.Operation(operationId);
        var parameters = (operation.Parameters ?? []).Where(parameter => parameter.In == ParameterLocation.Query).ToList();
        var request = StubRequest
            .Create()
            .UsingMethod(verb.Method)
            .WithPath(new RegexMatcher($"^{Regex.Replace(path, "{.*?}", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")}$"))
            .WithParam(query => query.Keys.All(name => parameters.Exists(parameter => parameter.Name == name)))
            .WithParam(query => parameters.TrueForAll(parameter => !parameter.Required || query.ContainsKey(parameter.Name!)))
            .WithHeader("Authorization", new RegexMatcher("^Bearer .+$"));
        if (operation.RequestBody is not { } body)
        {
            return request;
        }

        var (type, content) = body.Content!.Single();
        return request.WithHeader("Content-Type", new ExactMatcher(type)).WithBody((string? json) => HasMembersOf(content.Schema!, json));
    }

    private static bool HasMembersOf(IOpenApiSchema schema, string? json)
    {
        var names = JsonElement.Parse(json ?? "{}").EnumerateObject().Select(member => member.Name).ToList();
        return names.TrueForAll(name => schema.Properties!.ContainsKey(name))
            && (schema.Required ?? new HashSet<string>()).All(names.Contains);
    }
}
