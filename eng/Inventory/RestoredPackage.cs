namespace Inventory;

/// <summary>A package as it was restored for one target.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Licence">Its licence as an SPDX expression; empty when it states none.</param>
/// <param name="Bytes">How much of it runs.</param>
/// <param name="Sha512">The hash of the package, in hexadecimal; empty for our own projects.</param>
/// <param name="DependsOn">The names of the packages that it pulls in itself.</param>
internal sealed record RestoredPackage(
    string Name,
    string Version,
    string Licence,
    long Bytes,
    string Sha512,
    IReadOnlyList<string> DependsOn
);
