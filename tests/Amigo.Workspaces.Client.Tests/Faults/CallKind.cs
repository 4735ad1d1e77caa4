namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>The kinds of operation that a fault is tried on, one operation for each.</summary>
public enum CallKind
{
    /// <summary>Changes nothing: <c>get-workspace</c>.</summary>
    Read,

    /// <summary>Changes nothing more when it is repeated: <c>update-test-caller-numbers</c>.</summary>
    RepeatableWrite,

    /// <summary>May do it twice when it is repeated: <c>create-my-workspace</c>.</summary>
    UnsafeWrite,
}
