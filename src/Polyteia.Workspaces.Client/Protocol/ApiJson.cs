using System.Text.Json.Serialization;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>The JSON of the answers, read without reflection. Members that are ignored may nest as deep as they like.</summary>
[JsonSourceGenerationOptions(MaxDepth = int.MaxValue, Converters = [typeof(WorkspaceConverter), typeof(WholeNumberConverter)])]
[JsonSerializable(typeof(Envelope<Workspace>))]
[JsonSerializable(typeof(Envelope<WorkspaceList>))]
[JsonSerializable(typeof(Envelope<DeletedWorkspace>))]
internal sealed partial class ApiJson : JsonSerializerContext;
