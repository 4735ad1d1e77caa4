namespace WorkspaceClients.Failures;

/// <summary>How an attempt failed.</summary>
internal enum FailureKind
{
    /// <summary>The service answered with a status other than success.</summary>
    Status,

    /// <summary>The connection could not be made.</summary>
    NotConnected,

    /// <summary>The server could not prove who it is; trying again would not help.</summary>
    Untrusted,

    /// <summary>The answer did not arrive whole.</summary>
    BrokenOff,

    /// <summary>A handler of the host failed in a way of its own.</summary>
    Unexpected,

    /// <summary>The client was disposed during the call.</summary>
    Disposed,

    /// <summary>A limit of one attempt passed.</summary>
    AttemptTimeout,

    /// <summary>The limit of the whole call passed.</summary>
    TotalTimeout,

    /// <summary>A success whose body does not match the contract.</summary>
    Unreadable,
}
