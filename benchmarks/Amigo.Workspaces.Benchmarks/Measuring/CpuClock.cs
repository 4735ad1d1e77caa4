using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Amigo.Workspaces.Benchmarks.Measuring;

/// <summary>
/// The processor time that this thread or this process has used: on a busy machine it does not count the work of others. Elapsed time where there
/// is no such clock.
/// </summary>
internal static class CpuClock
{
    private const int ProcessCpuTime = 2;
    private const int ThreadCpuTime = 3;

    public static double ThreadNanoseconds => Read(ThreadCpuTime);

    public static double ProcessNanoseconds => Read(ProcessCpuTime);

    private static double Read(int clock) =>
        OperatingSystem.IsLinux() && clock_gettime(clock, out var time) == 0
            ? (time.Seconds * 1e9) + time.Nanoseconds
            : Stopwatch.GetElapsedTime(0).TotalNanoseconds;

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
