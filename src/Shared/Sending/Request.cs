using System.Text.Json.Serialization.Metadata;

namespace WorkspaceClients.Sending;

/// <summary>The request, and the rules for its answer.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Message">What Refit built: verb, path, query and body.</param>
/// <param name="AnswerType">The JSON of a success.</param>
/// <param name="WorkspaceId">The workspace that the answer must be about; null when it may be about any.</param>
internal readonly record struct Request<T>(
    Operation Operation,
    HttpRequestMessage Message,
    JsonTypeInfo<T> AnswerType,
    WorkspaceId? WorkspaceId = null
)
    where T : class;
