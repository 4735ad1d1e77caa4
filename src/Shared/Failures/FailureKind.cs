namespace WorkspaceClients.Failures;

/// <summary>How an attempt failed.</summary>
internal enum FailureKind
{
    /// <summary>The service answered with a status other than success.</summary>
    Status,

    /// <summary>The connection could not be made, which proves that nothing was sent.</summary>
    NotSent,

    /// <summary>The server could not prove who it is; nothing was sent, and trying again would not help.</summary>
    Untrusted,

    /// <summary>The answer did not arrive whole.</summary>
    BrokenOff,

    /// <summary>A handler failed in a way that says nothing about what was sent.</summary>
    Unexpected,

    /// <summary>A limit of one attempt passed.</summary>
    AttemptTimeout,

    /// <summary>The limit of the whole call passed.</summary>
    TotalTimeout,

    /// <summary>The answer says success and is not what the contract says.</summary>
    Unreadable,
}
