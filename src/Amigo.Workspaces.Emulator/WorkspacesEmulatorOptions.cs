namespace Amigo.Workspaces.Emulator;

/// <summary>How a <see cref="WorkspacesEmulator"/> runs. Read once, when it starts.</summary>
public sealed class WorkspacesEmulatorOptions
{
    /// <summary>The loopback port to listen on, 0 to 65535. 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The clock behind every date, wait and rate-limit window.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// How many requests are answered within a minute, over all keys together; those past it get a 429 with <c>Retry-After</c>.
    /// At least 1; 10 000 by default.
    /// </summary>
    public int RateLimit { get; set; } = 10_000;
}
