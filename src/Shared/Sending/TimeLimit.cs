using System.Runtime.InteropServices;

namespace WorkspaceClients.Sending;

/// <summary>How long something may take, and from which timestamp on.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TimeLimit(TimeSpan Length, long From);
