using System.Runtime.InteropServices;

namespace WorkspaceClients.Sending;

/// <summary>Keeps a few objects that are done for whoever needs one next. Calls that follow each other share one, and so do some at once.</summary>
internal sealed class IdlePool<T>
    where T : class
{
    private const int Size = 32;

    private readonly Slot[] _slots = new Slot[Size];

    /// <summary>One that is idle; <see langword="null" /> when none is.</summary>
    public T? Take()
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            ref var slot = ref _slots[i];
            if (slot.Idle is not null && Interlocked.Exchange(ref slot.Idle, null) is { } idle)
            {
                return idle;
            }
        }

        return null;
    }

    /// <summary>Whether there was room for one more.</summary>
    public bool TryKeep(T done)
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            ref var slot = ref _slots[i];
            if (slot.Idle is null && Interlocked.CompareExchange(ref slot.Idle, done, null) is null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Not the object itself: an array of objects checks the type of each that is put into it.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Slot
    {
        public T? Idle;
    }
}
