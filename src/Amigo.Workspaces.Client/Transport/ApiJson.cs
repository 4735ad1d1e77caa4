using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client.Transport;

/// <summary>The JSON of the contract, read and written without reflection.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(WorkspaceConverter)])]
[JsonSerializable(typeof(Workspace))]
[JsonSerializable(typeof(WorkspacePage))]
[JsonSerializable(typeof(ProvisionResult))]
[JsonSerializable(typeof(EnvironmentCheck))]
[JsonSerializable(typeof(TestCallerNumbers))]
[JsonSerializable(typeof(CreateWorkspaceRequest))]
[JsonSerializable(typeof(UpdateWorkspaceRequest))]
[JsonSerializable(typeof(ArchiveWorkspaceRequest))]
[JsonSerializable(typeof(ConvertEnvironmentRequest))]
// The values inside Optional<T>, which its converter asks for.
[JsonSerializable(typeof(WorkspaceEnvironment?))]
[JsonSerializable(typeof(WorkspaceRegion?))]
[JsonSerializable(typeof(ConnectorType?))]
internal sealed partial class ApiJson : JsonSerializerContext;
