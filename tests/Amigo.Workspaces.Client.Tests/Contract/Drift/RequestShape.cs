using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Amigo.Workspaces.Client.Tests.Contract.Drift;

/// <summary>Which requests there are, one line for each operation, parameter and body: once from a contract and once from Refit's attributes.</summary>
internal static partial class RequestShape
{
    private static readonly IReadOnlyList<MethodInfo> PublicMethods =
    [
        .. typeof(IWorkspacesApi).GetMethods(),
        .. typeof(IAccountApi).GetMethods(),
    ];

    public static SortedSet<string> Of(OpenApiDocument document)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (verb, operation) in item.Operations ?? [])
            {
                var id = operation.OperationId ?? "(no operationId)";
                lines.Add(Fact.Operation(id, verb.Method, path));
                lines.UnionWith(
                    (operation.Parameters ?? []).Select(parameter =>
                        Parameter(id, parameter.In.ToString(), parameter.Name, Kind(parameter.Schema!), parameter.Required)
                    )
                );
                if (operation.RequestBody is { } body)
                {
                    lines.Add(Parameter(id, "body", null, "object", body.Required));
                }
            }
        }

        return lines;
    }

    public static SortedSet<string> Of(IEnumerable<RefitMethod> methods)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            var id = JsonNamingPolicy.KebabCaseLower.ConvertName(method.Name);
            lines.Add(Fact.Operation(id, method.Verb, method.Path));
            lines.UnionWith(
                method.Parameters.Select(parameter =>
                    Parameter(
                        id,
                        parameter.Place,
                        parameter.Place == "body" ? null : parameter.WireName,
                        Kind(parameter.Type),
                        !CanBeLeftOut(method, parameter)
                    )
                )
            );
        }

        return lines;
    }

    private static string Parameter(string id, string? place, string? name, string kind, bool required) =>
        $"{id} takes {place?.ToLowerInvariant()} {name}: {kind}, {(required ? "required" : "optional")}";

    /// <summary>Some that can be left out have a default in the public method, and are sent with it.</summary>
    private static bool CanBeLeftOut(RefitMethod method, RefitParameter parameter) =>
        parameter.CanBeNull
        || PublicMethods
            .Single(each => each.Name == method.Name + "Async")
            .GetParameters()
            .Any(each => each.Name == parameter.Name && each.HasDefaultValue);

    private static string Kind(IOpenApiSchema schema) => Limits().Replace(SchemaText.Of(schema), "");

    private static string Kind(Type type) =>
        type == typeof(Guid) ? "uuid"
        : type == typeof(int) || type == typeof(long) ? "integer"
        : type == typeof(string) ? "text"
        : type.IsEnum
            ? Fact.OneOf(
                type.GetFields(BindingFlags.Public | BindingFlags.Static)
                    .Select(value => value.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? value.Name)
            )
        : "object";

    [GeneratedRegex(@" [\d-]*\.\.[\d-]*$")]
    private static partial Regex Limits();
}
