using System.Runtime.CompilerServices;

namespace Amigo.Workspaces.Benchmarks.Measuring;

/// <summary>
/// Runs asynchronous work on the calling thread from its start to its end, so that the processor time and the allocations of this thread are those
/// of the work.
/// </summary>
internal static class SingleThread
{
    [ThreadStatic]
    private static Queue<Action>? s_ready;

    public static void Run(Func<Task> work)
    {
        var ready = s_ready ??= new Queue<Action>();
        var task = work();
        while (!task.IsCompleted)
        {
            if (!ready.TryDequeue(out var next))
            {
                throw new InvalidOperationException("The work went on in another thread.");
            }

            next();
        }

        task.GetAwaiter().GetResult();
    }

    /// <summary>Suspends, and goes on in the same thread. Where no <see cref="Run"/> is under way, it goes on in the pool.</summary>
    public static Suspension SuspendAsync() => default;

    internal readonly struct Suspension : ICriticalNotifyCompletion
    {
        public bool IsCompleted => false;

        public Suspension GetAwaiter() => this;

        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation)
        {
            if (s_ready is { } ready)
            {
                ready.Enqueue(continuation);
            }
            else
            {
                ThreadPool.UnsafeQueueUserWorkItem(static next => next(), continuation, preferLocal: true);
            }
        }

        public void GetResult() { }
    }
}
