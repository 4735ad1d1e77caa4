using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client.Protocol;

/// <summary>
/// The JSON of the contract's requests, written without reflection. Apart from that of the answers, so that a program that only reads stays small.
/// </summary>
[JsonSerializable(typeof(CreateWorkspaceRequest))]
[JsonSerializable(typeof(UpdateWorkspaceRequest))]
[JsonSerializable(typeof(ArchiveWorkspaceRequest))]
[JsonSerializable(typeof(ConvertEnvironmentRequest))]
// The values inside Optional<T>, which its converter asks for.
[JsonSerializable(typeof(WorkspaceEnvironment?))]
[JsonSerializable(typeof(WorkspaceRegion?))]
[JsonSerializable(typeof(ConnectorType?))]
internal sealed partial class RequestJson : JsonSerializerContext;
