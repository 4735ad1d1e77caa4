namespace Amigo.Workspaces.Benchmarks.Measuring;

/// <summary>Measures what calls cost.</summary>
internal abstract class Clock
{
    /// <summary>The processor time and allocations of one thread, for calls that need no other.</summary>
    public static Clock OfThread { get; } = new ThreadClock();

    /// <summary>Those of the whole process.</summary>
    public static Clock OfProcess { get; } = new ProcessClock();

    public abstract Turn Measure(Func<Task> call, int times);

    private sealed class ThreadClock : Clock
    {
        public override Turn Measure(Func<Task> call, int times)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var time = CpuClock.ThreadNanoseconds;
            for (var i = 0; i < times; i++)
            {
                SingleThread.Run(call);
            }

            time = CpuClock.ThreadNanoseconds - time;
            return new Turn(time / times, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)times);
        }
    }

    private sealed class ProcessClock : Clock
    {
        public override Turn Measure(Func<Task> call, int times)
        {
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var time = CpuClock.ProcessNanoseconds;
            for (var i = 0; i < times; i++)
            {
                call().GetAwaiter().GetResult();
            }

            time = CpuClock.ProcessNanoseconds - time;
            return new Turn(time / times, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)times);
        }
    }
}
