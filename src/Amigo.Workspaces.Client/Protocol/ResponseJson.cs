using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client.Protocol;

/// <summary>The JSON of the contract's answers, read without reflection. <see cref="TestCallerNumbers" /> is a request as well.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(WorkspaceConverter)])]
[JsonSerializable(typeof(Workspace))]
[JsonSerializable(typeof(WorkspacePage))]
[JsonSerializable(typeof(ProvisionResult))]
[JsonSerializable(typeof(EnvironmentCheck))]
[JsonSerializable(typeof(TestCallerNumbers))]
internal sealed partial class ResponseJson : JsonSerializerContext;
