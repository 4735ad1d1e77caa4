using System.Text.Json.Nodes;

namespace Inventory;

/// <summary>The software bill of materials of one of our packages, as CycloneDX 1.6. The same input gives the same bytes.</summary>
internal static class BillOfMaterials
{
    public static string Of(string name, string version, RestoredGraph graph)
    {
        var ours = new RestoredPackage(name, version, "MIT", 0, "", []);
        var packages = graph.Packages;
        var direct = packages.Where(package => graph.Direct.Contains(package.Name, StringComparer.OrdinalIgnoreCase));
        return new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = Component(ours) },
            ["components"] = new JsonArray([.. packages.Select(Component)]),
            ["dependencies"] = new JsonArray([
                Dependency(ours, direct),
                .. packages.Select(package =>
                    Dependency(package, packages.Where(other => package.DependsOn.Contains(other.Name, StringComparer.OrdinalIgnoreCase)))
                ),
            ]),
        }.ToString();
    }

    private static string Reference(RestoredPackage package) => $"pkg:nuget/{package.Name}@{package.Version}";

    private static JsonObject Component(RestoredPackage package)
    {
        var component = new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = Reference(package),
            ["name"] = package.Name,
            ["version"] = package.Version,
            ["licenses"] = new JsonArray(new JsonObject { ["expression"] = package.Licence }),
            ["purl"] = Reference(package),
        };
        if (package.Sha512.Length > 0)
        {
            component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = package.Sha512 });
        }

        return component;
    }

    private static JsonObject Dependency(RestoredPackage package, IEnumerable<RestoredPackage> dependsOn) =>
        new JsonObject
        {
            ["ref"] = Reference(package),
            ["dependsOn"] = new JsonArray([.. dependsOn.Select(dependency => JsonValue.Create(Reference(dependency)))]),
        };
}
