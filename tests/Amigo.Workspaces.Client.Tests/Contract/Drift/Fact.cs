namespace Amigo.Workspaces.Client.Tests.Contract.Drift;

/// <summary>The words of a fact, so that contract and client say the same thing in the same way.</summary>
internal static class Fact
{
    public const string OrNull = " or null";

    public static string Operation(string id, string verb, string path) => $"{id} is {verb} {path}";

    public static string Tag(string id, string? tag) => $"{id} belongs to {tag}";

    public static string Security(string id, string scheme) => $"{id} is secured by {scheme}";

    public static string Parameter(string id, string? where, string? name, string type, bool required, string? defaultValue) =>
        $"{id} takes {where?.ToLowerInvariant()} {name}: {type}, {Presence(required)}, default {defaultValue ?? "none"}";

    public static string Body(string id, bool required, string contentType) => $"{id} sends {contentType}, {Presence(required)}";

    public static string Member(string subject, string path, string type, bool required) =>
        $"{subject} {path}: {type}, {Presence(required)}";

    public static string Item(string subject, string path, string type) => $"{subject} {path}: {type}";

    public static string Answer(string id, int status) => $"{id} answers {status}";

    public static string NamedStatus(int status) => $"an error {status} has a kind of its own";

    public static string Range(string type, string? least, string? most) => $"{type} {least ?? "-"}..{most ?? "-"}";

    public static string OneOf(IEnumerable<string> values) => "one of " + string.Join('|', values.Order(StringComparer.Ordinal));

    private static string Presence(bool required) => required ? "required" : "optional";
}
