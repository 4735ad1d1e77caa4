using System.Text.Json.Serialization.Metadata;

namespace WorkspaceClients.Sending;

/// <summary>What is asked of the service, and what it must answer.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Message">What Refit built: verb, path, query and body.</param>
/// <param name="AnswerType">The JSON of a success.</param>
/// <param name="Problem">What is wrong with a value that can be read, such as another workspace's id; null when nothing is.</param>
internal readonly record struct Request<T>(
    Operation Operation,
    HttpRequestMessage Message,
    JsonTypeInfo<T> AnswerType,
    Func<T, string?>? Problem = null
)
    where T : class;
