using Microsoft.Extensions.Logging;

namespace WorkspaceClients.Tests.Proofs;

/// <summary>What the proofs know of a client, so that both are held to the same promises.</summary>
public abstract class Subject
{
    public abstract IReadOnlyList<ProvenOperation> Operations { get; }

    /// <summary>Makes a client whose own connection is the handler, so that its word on what was sent counts.</summary>
    public abstract ProvenClient CreateClient(HttpMessageHandler connection, ProvenOptions options);

    /// <summary>Makes a client on connections of its host.</summary>
    public abstract ProvenClient CreateClient(HttpClient connections, Uri address, ProvenOptions options);

    /// <summary>What an exception says; <see langword="null" /> when it is not one of the client's own.</summary>
    public abstract Told? Read(Exception exception);

    /// <summary>The kind of an exception, which both clients name alike.</summary>
    protected static string KindOf(Exception exception, string prefix) =>
        exception.GetType().Name.Replace(prefix, "", StringComparison.Ordinal).Replace("Exception", "", StringComparison.Ordinal);
}

/// <summary>An operation, and what its documentation says of it.</summary>
public sealed record ProvenOperation(string Id, bool IsWrite, bool MayRepeat, string Answer);

/// <summary>What a client is set up with.</summary>
public sealed record ProvenOptions(TimeProvider Clock)
{
    public static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(5);

    public string Key { get; init; } = "the-first-key";

    public Func<CancellationToken, ValueTask<string>>? KeyProvider { get; init; }

    public ILoggerFactory? Log { get; init; }

    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(100);
}

/// <summary>A client under proof.</summary>
public abstract class ProvenClient : IDisposable
{
    /// <summary>Makes one call of an operation, without checking what it returns.</summary>
    public abstract Task CallAsync(ProvenOperation operation, int maxRetries, CancellationToken cancellationToken);

    /// <summary>Creates a workspace of this name.</summary>
    public abstract Task CreateAsync(string name, int maxRetries, CancellationToken cancellationToken);

    /// <summary>Changes the options, as a reload does.</summary>
    public abstract void Use(ProvenOptions options);

    /// <summary>What the client itself prints.</summary>
    public abstract override string ToString();

    public abstract void Dispose();
}

/// <summary>What an exception of a client tells.</summary>
public sealed record Told(string Kind, int Attempts, bool MayHaveBeenApplied, TimeSpan? RetryAfter);
