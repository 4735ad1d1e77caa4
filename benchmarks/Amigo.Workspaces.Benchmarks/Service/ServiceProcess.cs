using System.Diagnostics;
using System.Globalization;

namespace Amigo.Workspaces.Benchmarks.Service;

/// <summary>The service in a process of its own, so that its memory is not counted as a client's.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process _process;

    private ServiceProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ServiceProcess> StartAsync(TimeSpan latency)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(ServiceProcess).Assembly.Location);
        start.ArgumentList.Add("serve");
        start.ArgumentList.Add(latency.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        var process = Process.Start(start)!;
        return new ServiceProcess(process, new Uri((await process.StandardOutput.ReadLineAsync())!));
    }

    /// <summary>The service ends when its input does.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
