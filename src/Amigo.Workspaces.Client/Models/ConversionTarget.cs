using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>The environment that a workspace can be converted to (<c>convert-workspace-environment</c>).</summary>
[JsonConverter(typeof(ConversionTargetConverter))]
public enum ConversionTarget
{
    /// <summary>Live calls and real patient data.</summary>
    [EnumMember(Value = "production")]
    Production,

    /// <summary>Changes are tried here before they reach live calls.</summary>
    [EnumMember(Value = "staging")]
    Staging,
}
