namespace Amigo.Workspaces.Packages.Tests;

/// <summary>One target of one package that others compile against.</summary>
internal sealed record Package(string Id, string Target)
{
    public static IReadOnlyList<Package> All { get; } =
    [
        new("Amigo.Workspaces.Client", "net10.0"),
        new("Amigo.Workspaces.Client", "net8.0"),
        new("Amigo.Workspaces.Client", "net472"),
        new("Polyteia.Workspaces.Client", "net10.0"),
        new("Polyteia.Workspaces.Client", "net8.0"),
        new("Polyteia.Workspaces.Client", "net472"),
        new("Amigo.Workspaces.Emulator", "net8.0"),
    ];

    /// <summary>One for all targets: a program can move from one to another.</summary>
    public string ApiFile => Repository.PathOf($"api/{Id}.txt");

    /// <summary>Built in the same configuration as these tests.</summary>
    public string Assembly =>
        Repository.PathOf($"src/{Id}/bin/{new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name}/{Target}/{Id}.dll");

    public override string ToString() => $"{Id} for {Target}";
}
