using System.Text.Json.Serialization;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>The JSON of the answers, read without reflection. Attributes may be nested as deep as a writer can write them.</summary>
[JsonSourceGenerationOptions(MaxDepth = 1000, Converters = [typeof(WorkspaceConverter)])]
[JsonSerializable(typeof(Envelope<Workspace>))]
[JsonSerializable(typeof(Envelope<WorkspaceList>))]
[JsonSerializable(typeof(Envelope<DeletedWorkspace>))]
internal sealed partial class ApiJson : JsonSerializerContext;
