using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>Something that goes wrong between client and service, and how a call of each kind must end.</summary>
/// <param name="Name">The fault, as the reliability page names it.</param>
/// <param name="Endings">How calls end.</param>
/// <param name="StartAsync">Starts a service with the fault. Where time has to pass, it moves the clock.</param>
internal sealed record FaultCase(string Name, Endings Endings, Func<ManualTimeProvider, Task<FaultyService>> StartAsync)
{
    public override string ToString() => Name;

    /// <summary>One row of test data for each fault and each kind of call.</summary>
    public static TheoryData<string, CallKind> Rows(IEnumerable<FaultCase> faults)
    {
        var rows = new TheoryData<string, CallKind>();
        foreach (var fault in faults)
        {
            foreach (var kind in Enum.GetValues<CallKind>())
            {
                rows.Add(fault.Name, kind);
            }
        }

        return rows;
    }
}

/// <summary>How a call ends.</summary>
/// <param name="Exception">The kind of exception; <see langword="null" /> when the answer is read all the same.</param>
/// <param name="IsRetried">Whether the client tries again before it gives up.</param>
/// <param name="MayHaveBeenApplied">What the exception says of it.</param>
internal sealed record Ending(Type? Exception, bool IsRetried = false, bool MayHaveBeenApplied = false)
{
    /// <summary>As the reliability page words it.</summary>
    public string Words(CallKind kind) =>
        Exception is null
            ? "answered"
            : (IsRetried ? "retried" : "not retried")
                + (
                    kind == CallKind.Read ? ""
                    : MayHaveBeenApplied ? ", may have been applied"
                    : ", not applied"
                );
}

/// <summary>How the calls of each kind end.</summary>
internal sealed record Endings(Ending Read, Ending RepeatableWrite, Ending UnsafeWrite)
{
    public static Endings Answered { get; } = Same(new Ending(null));

    /// <summary>Nothing was sent, so nothing can have happened: everything is tried again.</summary>
    public static Endings NotSent { get; } = Same(new Ending(typeof(WorkspacesConnectionException), IsRetried: true));

    /// <summary>Nothing was sent before the time was over.</summary>
    public static Endings NotSentInTime { get; } = Same(new Ending(typeof(WorkspacesTimeoutException), IsRetried: true));

    /// <summary>Nothing was sent, and trying again would not help.</summary>
    public static Endings Untrusted { get; } = Same(new Ending(typeof(WorkspacesConnectionException)));

    public static Endings BrokenOff { get; } = Unknown<WorkspacesConnectionException>();

    public static Endings TimedOut { get; } = Unknown<WorkspacesTimeoutException>();

    /// <summary>A whole answer that says success and cannot be understood: it would be no better the second time.</summary>
    public static Endings Unreadable { get; } = UnknownOnce<WorkspacesResponseException>();

    /// <summary>Whatever the service was asked, it has not done it and may do so later.</summary>
    public static Endings TooEarly { get; } = Same(new Ending(typeof(WorkspacesRateLimitException), IsRetried: true));

    /// <summary>The service has said no.</summary>
    public static Endings Refused<TException>() => Same(new Ending(typeof(TException)));

    /// <summary>The outcome of a write is unknown: only what can be repeated is.</summary>
    public static Endings Unknown<TException>() =>
        new(
            new Ending(typeof(TException), IsRetried: true),
            new Ending(typeof(TException), IsRetried: true, MayHaveBeenApplied: true),
            new Ending(typeof(TException), MayHaveBeenApplied: true)
        );

    /// <summary>The outcome of a write is unknown, and trying again would not help.</summary>
    public static Endings UnknownOnce<TException>() =>
        new(
            new Ending(typeof(TException)),
            new Ending(typeof(TException), MayHaveBeenApplied: true),
            new Ending(typeof(TException), MayHaveBeenApplied: true)
        );

    public Ending Of(CallKind kind) =>
        kind switch
        {
            CallKind.Read => Read,
            CallKind.RepeatableWrite => RepeatableWrite,
            _ => UnsafeWrite,
        };

    private static Endings Same(Ending ending) => new(ending, ending, ending);
}
