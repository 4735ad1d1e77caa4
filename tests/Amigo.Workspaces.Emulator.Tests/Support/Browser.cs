using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Amigo.Workspaces.Emulator.Tests.Support;

/// <summary>A headless Chromium, spoken to over its own protocol: one page, in which scripts can be run.</summary>
public sealed partial class Browser : IAsyncDisposable
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly DirectoryInfo _profile;
    private readonly Process _process;
    private readonly ClientWebSocket _socket = new();
    private Task _draining = Task.CompletedTask;
    private string? _session;
    private int _sent;

    private Browser(DirectoryInfo profile, Process process)
    {
        _profile = profile;
        _process = process;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens a page. Where no Chromium is installed the test is skipped; in CI it fails.</summary>
    public static async Task<Browser> OpenAsync(Uri address)
    {
        var profile = Directory.CreateTempSubdirectory("emulator-browser-");
        var browser = new Browser(profile, Start(ProgramOrSkip(), profile.FullName));
        try
        {
            await browser.ConnectAsync();
            await browser.SendAsync("Page.navigate", new { url = address.ToString() });
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>The value of an expression in the page; of a promise, what it comes to.</summary>
    public async Task<string> EvaluateAsync(string expression)
    {
        var answer = await SendAsync(
            "Runtime.evaluate",
            new { expression = $"Promise.resolve({expression}).then(String)", awaitPromise = true }
        );
        return answer.GetProperty("result").GetProperty("value").GetString()!;
    }

    /// <summary>Waits until an expression is true in the page.</summary>
    public async Task WaitForAsync(string condition)
    {
        while (await EvaluateAsync($"document.readyState === 'complete' && !!({condition})") != "true")
        {
            // The page itself says when it has changed.
            await EvaluateAsync("new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)))");
        }
    }

    /// <summary>A picture (PNG) of the whole page.</summary>
    public async Task<byte[]> PictureAsync(int width)
    {
        await ResizeAsync(width, height: 100);
        await ResizeAsync(width, int.Parse(await EvaluateAsync("document.documentElement.scrollHeight"), CultureInfo.InvariantCulture));
        return (await SendAsync("Page.captureScreenshot", new { format = "png" })).GetProperty("data").GetBytesFromBase64();
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        await _draining;
        _process.Dispose();
        for (var attempt = 0; _profile.Exists && attempt < 5; attempt++)
        {
            try
            {
                _profile.Delete(recursive: true);
                _profile.Refresh();
            }
            catch (IOException)
            {
                // A process of the browser is still about to end.
            }
        }
    }

    private static string ProgramOrSkip()
    {
        if (Array.Find(Programs, File.Exists) is { } program)
        {
            return program;
        }

        const string reason = "Chromium is not installed, so the page is not opened in a browser.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
        return "";
    }

    private static Process Start(string program, string profile) =>
        Process.Start(
            new ProcessStartInfo(
                program,
                [
                    "--headless",
                    "--no-sandbox",
                    "--hide-scrollbars",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--no-proxy-server",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                    "--remote-debugging-port=0",
                    $"--user-data-dir={profile}",
                    "about:blank",
                ]
            )
            {
                RedirectStandardError = true,
            }
        )!;

    private async Task ResizeAsync(int width, int height) =>
        await SendAsync(
            "Emulation.setDeviceMetricsOverride",
            new
            {
                width,
                height,
                deviceScaleFactor = 1.5,
                mobile = false,
            }
        );

    private async Task ConnectAsync()
    {
        string? line;
        do
        {
            line = await _process.StandardError.ReadLineAsync(Cancellation);
        } while (line is not null && !AddressPattern().IsMatch(line));

        line.Should().NotBeNull("Chromium tells where it listens");
        _draining = _process.StandardError.ReadToEndAsync(CancellationToken.None);
        await _socket.ConnectAsync(new Uri(AddressPattern().Match(line!).Value), Cancellation);
        var target = await SendAsync("Target.createTarget", new { url = "about:blank" });
        var targetId = target.GetProperty("targetId").GetString();
        _session = (await SendAsync("Target.attachToTarget", new { targetId, flatten = true })).GetProperty("sessionId").GetString();
    }

    private async Task<JsonElement> SendAsync(string method, object parameters)
    {
        var id = ++_sent;
        object message = _session is null
            ? new
            {
                id,
                method,
                @params = parameters,
            }
            : new
            {
                id,
                method,
                @params = parameters,
                sessionId = _session,
            };
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, Cancellation);
        while (true)
        {
            var received = await ReceiveAsync();
            if (received.TryGetProperty("id", out var answered) && answered.GetInt32() == id)
            {
                received.TryGetProperty("error", out var error).Should().BeFalse($"{method} ended with {error}");
                return received.GetProperty("result");
            }
        }
    }

    private async Task<JsonElement> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(new ArraySegment<byte>(buffer), Cancellation);
            message.Write(buffer, 0, part.Count);
        } while (!part.EndOfMessage);

        return JsonElement.Parse(message.ToArray());
    }

    [GeneratedRegex(@"ws://\S+")]
    private static partial Regex AddressPattern();
}
