using System.Text.Json.Serialization.Metadata;

namespace WorkspaceClients.Reading;

/// <summary>How the body of a success becomes what the caller gets.</summary>
/// <param name="Type">Its JSON.</param>
/// <param name="Problem">What is wrong with a value that can be read; null when nothing is.</param>
/// <param name="Select">Makes the answer what the caller gets: here, because every further async method in a call's way costs it.</param>
internal readonly record struct AnswerReader<T, TResult>(JsonTypeInfo<T> Type, Func<T, string?>? Problem, Func<Answer<T>, TResult> Select)
    where T : class
    where TResult : class;
