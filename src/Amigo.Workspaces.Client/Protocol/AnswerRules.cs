namespace Amigo.Workspaces.Client.Protocol;

/// <summary>What the contract asks of an answer that the serializer does not check.</summary>
internal static class AnswerRules
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

    /// <summary>What is wrong with an answer about another workspace; <see langword="null" /> when it is the one asked for.</summary>
    public static string? ProblemOf(object value, Guid asked)
    {
        var workspace = value as Workspace ?? (value as ProvisionResult)?.Workspace;
        return workspace is null || workspace.Id == asked ? null : "it is about a different workspace (id)";
    }

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
