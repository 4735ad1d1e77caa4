namespace WorkspaceClients.Retries;

/// <summary>Whether an operation can be sent again when the outcome of an attempt is unknown.</summary>
internal enum RetrySafety
{
    /// <summary>It changes nothing.</summary>
    Read,

    /// <summary>It writes, and doing it twice changes no more than doing it once.</summary>
    Idempotent,

    /// <summary>It writes, and doing it twice may change more than doing it once.</summary>
    Unsafe,
}
