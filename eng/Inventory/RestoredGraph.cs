using System.Text.Json;
using System.Xml.Linq;

namespace Inventory;

/// <summary>What one target of a project carries to those who use it, read from the project.assets.json that its restore wrote.</summary>
internal sealed class RestoredGraph
{
    private readonly JsonElement _root;
    private readonly JsonElement _target;
    private readonly string[] _folders;

    private RestoredGraph(JsonElement root, string framework)
    {
        _root = root;
        _target = root.GetProperty("targets").GetProperty(framework == "netstandard2.0" ? ".NETStandard,Version=v2.0" : framework);
        _folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        var project = root.GetProperty("project");
        Direct = [.. DirectPackages(project.GetProperty("frameworks").GetProperty(framework)), .. DirectProjects(project, framework)];
        Packages = [.. Closure().Select(Read).OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The names of those that the project itself asks for.</summary>
    public IReadOnlyList<string> Direct { get; }

    /// <summary>Without what only builds: analyzers, and whatever else is private to the project.</summary>
    public IReadOnlyList<RestoredPackage> Packages { get; }

    public static RestoredGraph Load(string assetsFile, string framework)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        return new RestoredGraph(document.RootElement, framework);
    }

    private List<string> Closure()
    {
        var closure = new List<string>();
        var waiting = new Queue<string>(Direct);
        while (waiting.TryDequeue(out var name))
        {
            if (IdOf(name) is { } id && !closure.Contains(id))
            {
                closure.Add(id);
                DependenciesOf(id).ForEach(waiting.Enqueue);
            }
        }

        return closure;
    }

    private static IEnumerable<string> DirectPackages(JsonElement framework) =>
        framework.TryGetProperty("dependencies", out var dependencies)
            ? dependencies
                .EnumerateObject()
                .Where(dependency => !dependency.Value.TryGetProperty("suppressParent", out var kept) || kept.GetString() != "All")
                .Select(dependency => dependency.Name)
            : [];

    private static IEnumerable<string> DirectProjects(JsonElement project, string framework) =>
        project
            .GetProperty("restore")
            .GetProperty("frameworks")
            .GetProperty(framework)
            .GetProperty("projectReferences")
            .EnumerateObject()
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Name));

    /// <summary>Name and version; nothing for a package that the framework has in itself, and so was not restored.</summary>
    private string? IdOf(string name) =>
        _target
            .EnumerateObject()
            .Select(library => library.Name)
            .FirstOrDefault(id => id.StartsWith(name + "/", StringComparison.OrdinalIgnoreCase));

    private List<string> DependenciesOf(string id) =>
        _target.GetProperty(id).TryGetProperty("dependencies", out var dependencies)
            ? [.. dependencies.EnumerateObject().Select(dependency => dependency.Name)]
            : [];

    private RestoredPackage Read(string id)
    {
        var (name, version) = id.Split('/') is [var left, var right] ? (left, right) : throw new InvalidDataException(id);
        var library = _root.GetProperty("libraries").GetProperty(id);
        var dependsOn = DependenciesOf(id).Where(dependency => IdOf(dependency) is not null).ToList();
        if (library.GetProperty("type").GetString() != "package")
        {
            return new RestoredPackage(name, version, "MIT", 0, "", dependsOn);
        }

        var path = library.GetProperty("path").GetString()!;
        var folder = _folders.Select(root => Path.Combine(root, path)).First(Directory.Exists);
        var sha512 = Convert.ToHexStringLower(Convert.FromBase64String(library.GetProperty("sha512").GetString()!));
        return new RestoredPackage(name, version, LicenceIn(folder), BytesOf(id, folder), sha512, dependsOn);
    }

    private static string LicenceIn(string folder) =>
        XDocument
            .Load(Directory.EnumerateFiles(folder, "*.nuspec").Single())
            .Descendants()
            .Where(element => element.Name.LocalName == "license" && (string?)element.Attribute("type") == "expression")
            .Select(element => element.Value)
            .FirstOrDefault("");

    private long BytesOf(string id, string folder) =>
        _target.GetProperty(id).TryGetProperty("runtime", out var files)
            ? files
                .EnumerateObject()
                .Select(file => new FileInfo(Path.Combine(folder, file.Name)))
                .Where(file => file.Name != "_._")
                .Sum(file => file.Length)
            : 0;
}
