namespace Amigo.Workspaces.Emulator.State;

/// <summary>The values that the contract lists.</summary>
internal static class KnownValues
{
    public const string Production = "production";
    public const string Staging = "staging";
    public const string Development = "development";

    public const string OwnRegion = "us-east-1";

    public static readonly IReadOnlyList<string> Environments = [Production, Staging, Development];

    public static readonly IReadOnlyList<string> ConversionTargets = [Production, Staging];

    public static readonly IReadOnlyList<string> Regions = [OwnRegion, "ap-southeast-2", "eu-central-1", "ca-central-1"];

    public static readonly IReadOnlyList<string> ConnectorTypes =
    [
        "epic",
        "cerner",
        "allscripts",
        "fhir_store",
        "athenahealth",
        "charmhealth",
        "eclinicalworks",
        "meditab",
    ];
}
