namespace Amigo.Workspaces.Emulator.Http;

/// <summary>What a verb and a path name: an operation, or only a path that takes other verbs, or nothing.</summary>
internal sealed record Route(Operation? Operation, string WorkspaceId, IReadOnlyList<string> AllowedMethods)
{
    private const string Parameter = "{workspace_id}";

    public static Route Find(IReadOnlyList<Operation> operations, string method, string path)
    {
        var segments = path.Split('/');
        var onPath = operations.Where(operation => Matches(operation.Path.Split('/'), segments)).ToList();
        var operation = onPath.Find(candidate => string.Equals(candidate.Method, method, StringComparison.Ordinal));
        var parameter = operation is null ? -1 : Array.IndexOf(operation.Path.Split('/'), Parameter);
        return new Route(operation, parameter < 0 ? "" : segments[parameter], onPath.ConvertAll(candidate => candidate.Method));
    }

    private static bool Matches(string[] template, string[] segments) =>
        template.Length == segments.Length
        && template
            .Zip(segments)
            .All(pair =>
                string.Equals(pair.First, Parameter, StringComparison.Ordinal)
                    ? pair.Second.Length > 0
                    : string.Equals(pair.First, pair.Second, StringComparison.Ordinal)
            );
}
