namespace Amigo.Workspaces.Cli.Help;

/// <summary>Two examples for each command, which its help ends with.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string[]> ByCommand = new(StringComparer.Ordinal)
    {
        [""] = ["doctor", "list --environment production"],
        ["list"] = ["list --all --slug \"north*\"", "list --columns slug,region --output csv"],
        ["get"] = ["get acme-clinic", "get 7c9e6679-7425-40de-944b-e07fc1f90ae7 --output json"],
        ["create"] =
        [
            "create acme-clinic --name \"Acme Clinic\" --environment staging",
            "create acme-clinic --name \"Acme Clinic\" --environment staging --if-missing",
        ],
        ["update"] = ["update acme-clinic --name \"Acme North\"", "update acme-clinic --connector-type epic --region us-east-1"],
        ["provision"] = ["provision acme-clinic", "provision acme-clinic --output json"],
        ["check"] = ["check acme-clinic", "check acme-clinic --to staging"],
        ["convert"] = ["convert acme-clinic --to production", "convert acme-clinic --to staging --confirm acme-clinic"],
        ["archive"] = ["archive acme-clinic", "archive acme-clinic --confirm acme-clinic"],
        ["test-callers"] = ["test-callers list acme-clinic", "test-callers add acme-clinic +15550100"],
        ["test-callers list"] = ["test-callers list acme-clinic", "test-callers list acme-clinic --output json"],
        ["test-callers set"] = ["test-callers set acme-clinic +15550100 +15550101", "test-callers set acme-clinic --none"],
        ["test-callers add"] = ["test-callers add acme-clinic +15550100", "test-callers add acme-clinic +15550100 +15550101"],
        ["test-callers remove"] = ["test-callers remove acme-clinic +15550100", "test-callers remove acme-clinic +15550100 +15550101"],
        ["export"] = ["export clinics.jsonl", "export clinics.yaml --manifest"],
        ["apply"] = ["apply clinics.yaml --dry-run", "apply clinics.yaml --yes"],
        ["schema"] = ["schema", "schema > amigo-workspaces.schema.json"],
        ["profile"] = ["profile add acme", "profile use acme"],
        ["profile add"] = ["profile add acme", "profile add acme --replace --base-url https://api.platform.amigo.ai"],
        ["profile list"] = ["profile list", "profile list --output json"],
        ["profile use"] = ["profile use acme", "profile use acme-staging"],
        ["profile remove"] = ["profile remove acme", "profile remove acme-staging"],
        ["doctor"] = ["doctor", "doctor --profile acme --output json"],
        ["emulator"] = ["emulator", "emulator --port 8080 --seed 25"],
        ["completion"] = ["completion bash", "completion pwsh"],
        ["help"] = ["help list", "help profile add"],
        ["version"] = ["version", "version --output json"],
    };

    /// <param name="command">The command\"s words without the program\"s name, as in <c>profile add</c>.</param>
    public static IReadOnlyList<string> Of(string command) => ByCommand.GetValueOrDefault(command, []);
}
