using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client.Protocol;

/// <summary>
/// The JSON of the contract's answers, read without reflection. Members that are ignored may nest as deep as they like.
/// <see cref="TestCallerNumbers" /> is a request as well.
/// </summary>
[JsonSourceGenerationOptions(MaxDepth = int.MaxValue, Converters = [typeof(WorkspaceConverter), typeof(WorkspacePageConverter)])]
[JsonSerializable(typeof(Workspace))]
[JsonSerializable(typeof(WorkspacePage))]
[JsonSerializable(typeof(ProvisionResult))]
[JsonSerializable(typeof(EnvironmentCheck))]
[JsonSerializable(typeof(TestCallerNumbers))]
internal sealed partial class ResponseJson : JsonSerializerContext;
