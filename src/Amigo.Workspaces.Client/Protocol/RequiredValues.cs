namespace Amigo.Workspaces.Client.Protocol;

/// <summary>Finds a null where the contract allows none, which only newer versions of the serializer look for.</summary>
internal static class RequiredValues
{
    /// <summary>The path of the first such null; <see langword="null" /> when there is none.</summary>
    public static string? FirstNull(object value) =>
        value switch
        {
            WorkspacePage page => page.Items is null ? "$.items" : null,
            EnvironmentCheck { Current: null } => "$.current",
            EnvironmentCheck { Target: null } => "$.target",
            EnvironmentCheck check => FirstNull("$.warnings", check.Warnings),
            TestCallerNumbers numbers => FirstNull("$.numbers", numbers.Numbers),
            _ => null,
        };

    private static string? FirstNull(string path, IReadOnlyList<string?>? texts)
    {
        if (texts is null)
        {
            return path;
        }

        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i] is null)
            {
                return $"{path}[{i}]";
            }
        }

        return null;
    }
}
