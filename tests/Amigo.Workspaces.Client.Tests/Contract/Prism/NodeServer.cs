using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Contract.Prism;

/// <summary>A server on Node.js in a process of its own, on a loopback port that it chose itself. Ends with its owner, its children too.</summary>
internal sealed partial class NodeServer : IAsyncDisposable
{
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(50);
    private const int MaxPolls = 1200;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NodeServer(IEnumerable<string> arguments)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("node", arguments)
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

    public static bool IsInstalled =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "node")) || File.Exists(Path.Combine(folder, "node.exe")));

    /// <param name="arguments">A script and its arguments, which let it take a free port.</param>
    public static async Task<NodeServer> StartAsync(IEnumerable<string> arguments)
    {
        var server = new NodeServer(arguments);
        try
        {
            server._process.Start();
            server._process.BeginOutputReadLine();
            server._process.BeginErrorReadLine();
            await server.PollUntilReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
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
            if (Listening().Match(line) is { Success: true } match)
            {
                _port.TrySetResult(int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture));
            }
        }
    }

    private async Task PollUntilReadyAsync()
    {
        using var http = new HttpClient();
        using var timer = new PeriodicTimer(PollingInterval);
        for (var poll = 0; poll < MaxPolls && !_process.HasExited; poll++)
        {
            if (_port.Task.IsCompletedSuccessfully && await AnswersAsync(http, await _port.Task))
            {
                return;
            }

            await timer.WaitForNextTickAsync();
        }

        throw new InvalidOperationException(
            $"node {string.Join(' ', _process.StartInfo.ArgumentList)} did not become ready. It printed:\n" + string.Join('\n', _output)
        );
    }

    private async Task<bool> AnswersAsync(HttpClient http, int port)
    {
        BaseAddress = new Uri($"http://127.0.0.1:{port}");
        try
        {
            using var response = await http.GetAsync(BaseAddress);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"listening on http://127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Listening();
}
