using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Contract.Tools;

/// <summary>Where the files are that the contract tests read.</summary>
internal static class Repository
{
    public static string Root => RepositoryRoot.Path;

    public static string OpenApi => Path.Combine(Root, "openapi.json");

    public static string Tools => Path.Combine(Root, "tests", "contract");
}
