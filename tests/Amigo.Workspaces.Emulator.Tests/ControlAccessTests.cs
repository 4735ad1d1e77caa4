using System.Net;
using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

/// <summary>A web page that the developer happens to visit must not reach the control endpoint, nor must other machines.</summary>
public sealed class ControlAccessTests : EmulatorTest
{
    private const string KeyHeader = "X-Emulator-Key";

    private string OwnOrigin => Emulator.BaseAddress.GetLeftPart(UriPartial.Authority);

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("[::1]")]
    public async Task It_is_asked_for_by_a_name_of_this_machine(string host)
    {
        using var request = Control(host: $"{host}:{Emulator.BaseAddress.Port}");

        (await SendAsync(request)).Status.Should().Be(204);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("loopback")]
    [InlineData("192.168.0.7")]
    public async Task A_name_that_somebody_elses_dns_sends_here_is_refused(string host)
    {
        Emulator.Seed(1);
        using var request = Control(host: $"{host}:{Emulator.BaseAddress.Port}");

        var answer = await SendAsync(request);

        (answer.Status, Emulator.Workspaces.Count).Should().Be((403, 1));
        answer.Detail.Should().Contain("localhost");
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost:1")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_is_refused(string origin)
    {
        Emulator.Seed(1);
        using var request = Control();
        request.Headers.Add("Origin", origin);

        ((await SendAsync(request)).Status, Emulator.Workspaces.Count).Should().Be((403, 1));
    }

    [Theory]
    [InlineData("cross-site", 403)]
    [InlineData("same-site", 403)]
    [InlineData("same-origin", 204)]
    [InlineData("none", 204)]
    public async Task What_the_browser_says_of_the_site_is_believed(string site, int status)
    {
        using var request = Control();
        request.Headers.Add("Sec-Fetch-Site", site);

        (await SendAsync(request)).Status.Should().Be(status);
    }

    [Fact]
    public async Task Its_own_page_may()
    {
        using var request = Control();
        request.Headers.Add("Origin", OwnOrigin);

        (await SendAsync(request)).Status.Should().Be(204);
    }

    [Theory]
    [InlineData(null, 403)]
    [InlineData("wrong", 403)]
    [InlineData("control-1", 204)]
    public async Task With_a_control_key_everybody_is_asked_for_it_and_any_name_will_do(string? key, int status)
    {
        await using var locked = await WorkspacesEmulator.StartAsync(
            new WorkspacesEmulatorOptions { ControlKey = "control-1" },
            Cancellation
        );
        using var request = Control(locked.BaseAddress, "emulator:8080");
        if (key is not null)
        {
            request.Headers.Add(KeyHeader, key);
        }

        var answer = await SendAsync(request);

        answer.Status.Should().Be(status);
        if (status == 403)
        {
            answer.Detail.Should().Contain(KeyHeader).And.NotContain("control-1");
        }
    }

    [Fact]
    public async Task Other_machines_need_a_control_key()
    {
        if (OwnAddress() is not { } address)
        {
            Assert.Skip("This machine has no address but loopback.");
            return;
        }

        await using var open = await WorkspacesEmulator.StartAsync(new WorkspacesEmulatorOptions { Address = IPAddress.Any }, Cancellation);
        open.BaseAddress.Host.Should().Be("127.0.0.1");
        using var request = Control(new Uri($"http://{address}:{open.BaseAddress.Port}/"), "localhost");

        var answer = await SendAsync(request);

        answer.Status.Should().Be(403);
        answer.Detail.Should().Contain("this machine alone");
    }

    private static IPAddress? OwnAddress() =>
        Array.Find(
            Dns.GetHostAddresses(Dns.GetHostName()),
            address => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork && !IPAddress.IsLoopback(address)
        );

    private HttpRequestMessage Control(Uri? address = null, string? host = null) =>
        new(HttpMethod.Post, new Uri(address ?? Emulator.BaseAddress, "_emulator/reset")) { Headers = { Host = host } };
}
