using System.Text.Json.Serialization.Metadata;

namespace WorkspaceClients.Sending;

/// <summary>What is asked of the service, and what it answers with.</summary>
/// <typeparam name="T">The value in the body of a success.</typeparam>
internal readonly record struct Request<T>(Operation Operation, string Path, JsonTypeInfo<T> AnswerType, byte[]? Body = null);
