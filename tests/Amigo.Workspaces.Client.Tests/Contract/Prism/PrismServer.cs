using Amigo.Workspaces.Client.Tests.Contract.Stubs;
using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Contract.Prism;

/// <summary>Prism on the project's openapi.json: a validator that knows nothing of this client.</summary>
/// <remarks>A test that needs it says so with <see cref="Require" />.</remarks>
public abstract class PrismServer : IAsyncLifetime
{
    private static readonly string Script = Path.Combine(
        Repository.Root,
        "tests",
        "contract",
        "node_modules",
        "@stoplight",
        "prism-cli",
        "dist",
        "index.js"
    );

    private NodeServer? _server;
    private string? _missing;

    public Uri BaseAddress => _server?.BaseAddress ?? throw new InvalidOperationException("Prism is not running.");

    /// <summary>What Prism is to do, before the arguments that all of its modes share.</summary>
    protected abstract IEnumerable<string> Mode { get; }

    public virtual async ValueTask InitializeAsync()
    {
        _missing = Missing();
        if (_missing is null)
        {
            _server = await NodeServer.StartAsync([Script, .. Mode, "--errors", "--host", "127.0.0.1", "--port", "0"]);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Skips the test where Prism is missing; fails it in continuous integration, where it must not be.</summary>
    public void Require()
    {
        if (_missing is null)
        {
            return;
        }

        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal))
        {
            Assert.Fail(_missing);
        }

        Assert.Skip(_missing);
    }

    private static string? Missing() =>
        !NodeServer.IsInstalled ? "node is not on the PATH. Install Node.js, then run eng/contract-tools.sh."
        : !File.Exists(Script) ? "Prism is not installed. Run eng/contract-tools.sh."
        : null;
}

/// <summary>Prism as the service.</summary>
public sealed class PrismMock : PrismServer
{
    protected override IEnumerable<string> Mode => ["mock", Contract.File];
}

/// <summary>Prism between the client and an emulator, holding both to the contract.</summary>
public class PrismProxy : PrismServer
{
    private WorkspacesEmulator? _emulator;

    public WorkspacesEmulator Emulator => _emulator!;

    protected override IEnumerable<string> Mode => ["proxy", Contract.File, Emulator.BaseAddress.AbsoluteUri];

    public override async ValueTask InitializeAsync()
    {
        _emulator = await WorkspacesEmulator.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}

/// <summary>Like <see cref="PrismProxy" />, but lets requests through that break the contract, so that the emulator's refusal is what is judged.</summary>
public sealed class PrismResponseProxy : PrismProxy
{
    protected override IEnumerable<string> Mode => [.. base.Mode, "--validate-request=false"];
}

/// <summary>Prism between the client and the stubs, holding the stubs to the contract.</summary>
public sealed class PrismStubProxy : PrismServer
{
    public StubbedService Service { get; } = new();

    protected override IEnumerable<string> Mode => ["proxy", Contract.File, Service.BaseAddress.AbsoluteUri];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Service.Dispose();
    }
}
