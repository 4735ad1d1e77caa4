using System.Text.Json.Serialization.Metadata;

namespace WorkspaceClients.Reading;

/// <summary>Turns the body of a success into the caller's value.</summary>
/// <param name="Type">Its JSON.</param>
/// <param name="WorkspaceId">The workspace that it must be about; null when it may be about any.</param>
/// <param name="Select">Makes the answer what the caller gets: here, because every further async method in a call's way costs it.</param>
internal readonly record struct AnswerReader<T, TResult>(JsonTypeInfo<T> Type, WorkspaceId? WorkspaceId, Func<Answer<T>, TResult> Select)
    where T : class
    where TResult : class;
