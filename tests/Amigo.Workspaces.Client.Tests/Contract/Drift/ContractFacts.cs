using System.Globalization;
using Microsoft.OpenApi;

namespace Amigo.Workspaces.Client.Tests.Contract.Drift;

/// <summary>What an openapi.json promises, one fact a line, in the words in which <see cref="ClientFacts" /> tells what the client does.</summary>
internal static class ContractFacts
{
    public static SortedSet<string> Of(OpenApiDocument document)
    {
        var facts = new SortedSet<string>(StringComparer.Ordinal) { $"the server is {document.Servers?.Single().Url}" };
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (verb, operation) in item.Operations ?? [])
            {
                facts.UnionWith(OfOperation(document, path, verb.Method.ToUpperInvariant(), operation));
            }
        }

        // What occurs everywhere is documented nowhere.
        facts.UnionWith(Contract.UndocumentedStatuses.Select(Fact.NamedStatus));
        return facts;
    }

    private static IEnumerable<string> OfOperation(OpenApiDocument document, string path, string verb, OpenApiOperation operation)
    {
        var id = operation.OperationId ?? "(no operationId)";
        yield return Fact.Operation(id, verb, path);
        yield return Fact.Tag(id, operation.Tags?.Single().Name);
        yield return Fact.Security(id, SecurityOf(operation.Security ?? document.Security));
        foreach (var parameter in operation.Parameters ?? [])
        {
            var type = SchemaText.Of(parameter.Schema!);
            yield return Fact.Parameter(
                id,
                parameter.In?.ToString(),
                parameter.Name,
                type,
                parameter.Required,
                parameter.Schema!.Default?.ToString()
            );
        }

        if (operation.RequestBody is { } body)
        {
            yield return Fact.Body(id, body.Required, string.Join(", ", body.Content!.Keys));
            foreach (var fact in body.Content.Values.SelectMany(content => OfBody($"{id} sends", content.Schema!)))
            {
                yield return fact;
            }
        }

        foreach (var fact in operation.Responses!.SelectMany(response => OfAnswer(id, response.Key, response.Value)))
        {
            yield return fact;
        }
    }

    private static IEnumerable<string> OfAnswer(string id, string statusText, IOpenApiResponse response)
    {
        var status = int.Parse(statusText, CultureInfo.InvariantCulture);
        yield return Fact.Answer(id, status);
        if (status >= 300)
        {
            yield return Fact.NamedStatus(status);
        }

        foreach (var (type, content) in response.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            var subject = status < 300 ? $"{id} reads" : $"{id} {status} reads";
            yield return $"{subject} {type}";
            foreach (var fact in OfBody(subject, content.Schema!))
            {
                yield return fact;
            }
        }
    }

    private static IEnumerable<string> OfBody(string subject, IOpenApiSchema schema) =>
        OfMembers(subject, "$", schema).Prepend(Fact.Item(subject, "$", SchemaText.Of(schema)));

    private static IEnumerable<string> OfMembers(string subject, string path, IOpenApiSchema schema)
    {
        var (only, _) = SchemaText.WithoutNull(schema);
        foreach (var (name, member) in only.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            var required = only.Required?.Contains(name) == true;
            yield return Fact.Member(subject, $"{path}.{name}", SchemaText.Of(member), required);
            foreach (var fact in OfMembers(subject, $"{path}.{name}", member))
            {
                yield return fact;
            }
        }

        if (only.Items is { } items)
        {
            yield return Fact.Item(subject, path + "[]", SchemaText.Of(items));
            foreach (var fact in OfMembers(subject, path + "[]", items))
            {
                yield return fact;
            }
        }
    }

    private static string SecurityOf(IEnumerable<OpenApiSecurityRequirement>? requirements) =>
        string.Join(
            " or ",
            (requirements ?? []).SelectMany(requirement =>
                requirement.Keys.Select(scheme => $"{scheme.Type} {scheme.Scheme}".ToLowerInvariant())
            )
        );
}
