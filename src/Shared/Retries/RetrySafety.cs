namespace WorkspaceClients.Retries;

/// <summary>Whether an operation can be sent again when the outcome of an attempt is unknown.</summary>
internal enum RetrySafety
{
    /// <summary>Repeating it changes nothing more than doing it once.</summary>
    Idempotent,

    /// <summary>Repeating it may do it twice.</summary>
    Unsafe,
}
