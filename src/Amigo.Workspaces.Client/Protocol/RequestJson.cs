using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client.Protocol;

/// <summary>The JSON of the contract's requests, written without reflection.</summary>
[JsonSerializable(typeof(CreateWorkspaceRequest))]
[JsonSerializable(typeof(ArchiveWorkspaceRequest))]
[JsonSerializable(typeof(ConvertEnvironmentRequest))]
internal sealed partial class RequestJson : JsonSerializerContext;
