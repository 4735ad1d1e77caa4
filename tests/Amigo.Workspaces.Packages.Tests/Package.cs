using System.Xml.Linq;

namespace Amigo.Workspaces.Packages.Tests;

/// <summary>One target of one package that others compile against.</summary>
internal sealed record Package(string Id, string Target)
{
    /// <summary>Every target of every package that is a library.</summary>
    public static IReadOnlyList<Package> All { get; } =
    [
        .. from project in Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
        let properties = XDocument.Load(project).Descendants().ToLookup(element => element.Name.LocalName, element => element.Value)
        where properties["IsPackable"].Contains("true") && !properties["PackAsTool"].Contains("true")
        from target in properties["TargetFramework"].Concat(properties["TargetFrameworks"]).SelectMany(targets => targets.Split(';'))
        select new Package(Path.GetFileNameWithoutExtension(project), target),
    ];

    /// <summary>One for all targets: a program can move from one to another.</summary>
    public string ApiFile => Repository.PathOf($"api/{Id}.txt");

    /// <summary>Built in the same configuration as these tests.</summary>
    public string Assembly =>
        Repository.PathOf($"src/{Id}/bin/{new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name}/{Target}/{Id}.dll");

    public override string ToString() => $"{Id} for {Target}";
}
