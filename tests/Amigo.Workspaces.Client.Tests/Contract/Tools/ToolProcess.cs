using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Amigo.Workspaces.Client.Tests.Contract.Tools;

/// <summary>A server in a process of its own, on a free loopback port that it chose itself. Ends with its owner, its children too.</summary>
internal sealed class ToolProcess : IAsyncDisposable
{
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(50);
    private const int MaxPolls = 1200;

    private readonly Process _process;
    private readonly Regex _portPattern;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ToolProcess(string program, IEnumerable<string> arguments, Regex portPattern)
    {
        _portPattern = portPattern;
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    public Uri BaseAddress { get; private set; } = new("http://127.0.0.1");

    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments, which let it take a free port.</param>
    /// <param name="portPattern">Finds, in what it prints, the port that it took, as the group <c>port</c>.</param>
    /// <param name="readyPath">A path that it answers once it is ready, whatever the status.</param>
    public static async Task<ToolProcess> StartAsync(string program, IEnumerable<string> arguments, Regex portPattern, string readyPath)
    {
        var tool = new ToolProcess(program, arguments, portPattern);
        try
        {
            tool._process.Start();
            tool._process.BeginOutputReadLine();
            tool._process.BeginErrorReadLine();
            await tool.PollUntilReadyAsync(readyPath);
            return tool;
        }
        catch
        {
            await tool.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        catch (InvalidOperationException)
        {
            // It was never started.
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        if (!_port.Task.IsCompleted)
        {
            _output.Enqueue(line);
            if (_portPattern.Match(line) is { Success: true } match)
            {
                _port.TrySetResult(int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture));
            }
        }
    }

    private async Task PollUntilReadyAsync(string readyPath)
    {
        using var http = new HttpClient();
        using var timer = new PeriodicTimer(PollingInterval);
        for (var poll = 0; poll < MaxPolls && !_process.HasExited; poll++)
        {
            if (_port.Task.IsCompletedSuccessfully && await AnswersAsync(http, await _port.Task, readyPath))
            {
                return;
            }

            await timer.WaitForNextTickAsync();
        }

        throw new InvalidOperationException(
            $"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)} did not become ready. It printed:\n"
                + string.Join('\n', _output)
        );
    }

    private async Task<bool> AnswersAsync(HttpClient http, int port, string readyPath)
    {
        BaseAddress = new Uri($"http://127.0.0.1:{port}");
        try
        {
            using var response = await http.GetAsync(new Uri(BaseAddress, readyPath));
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
