namespace WorkspaceClients.Tests;

/// <summary>Tests that change or overhear what the whole process shares: environment variables, listeners.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunAlone
{
    public const string Name = "Run alone";
}
