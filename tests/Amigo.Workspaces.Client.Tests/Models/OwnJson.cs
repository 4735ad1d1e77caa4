using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client.Tests.Models;

/// <summary>What a caller generates for a model in a program of their own.</summary>
[JsonSerializable(typeof(UpdateWorkspaceRequest))]
// The values inside Optional<T>, which its converter asks for.
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(WorkspaceEnvironment?))]
[JsonSerializable(typeof(WorkspaceRegion?))]
[JsonSerializable(typeof(ConnectorType?))]
internal sealed partial class OwnJson : JsonSerializerContext;
