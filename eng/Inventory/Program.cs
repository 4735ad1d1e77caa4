// Tells what a restored project carries to those who use it: versions, licences, sizes, and what pulls in what.
// Usage: inventory ASSETS_FILE FRAMEWORK [LIMIT]                 a table; fails when there are more packages than the limit
//        inventory sbom ASSETS_FILE FRAMEWORK NAME VERSION FILE  a bill of materials
// Fails, either way, when a licence is not one of those that need no lawyer.
using System.Globalization;
using Inventory;

string[] accepted = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause"];
var isBill = args[0] == "sbom";
var rest = isBill ? args[1..] : args;
var graph = RestoredGraph.Load(rest[0], rest[1]);
var packages = graph.Packages;

if (isBill)
{
    File.WriteAllText(rest[4], BillOfMaterials.Of(rest[2], rest[3], graph) + "\n");
}
else
{
    Console.WriteLine("| package | version | licence | size | pulls in |\n|---|---|---|---|---|");
    foreach (var package in packages)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{package.Bytes / 1000.0:0} kB");
        Console.WriteLine($"| {package.Name} | {package.Version} | {package.Licence} | {size} | {string.Join(", ", package.DependsOn)} |");
    }
}

var refused = packages.Where(package => !accepted.Contains(package.Licence)).Select(package => package.Name).ToList();
if (refused.Count > 0)
{
    Console.Error.WriteLine($"No licence that is accepted without a look: {string.Join(", ", refused)}");
    return 1;
}

if (!isBill && rest.Length > 2 && packages.Count > int.Parse(rest[2], CultureInfo.InvariantCulture))
{
    Console.Error.WriteLine($"{packages.Count} packages, and the limit is {rest[2]}.");
    return 1;
}

return 0;
