using System.Text.RegularExpressions;

namespace Amigo.Workspaces.Client.Tests.Contract.Tools;

/// <summary>Prism on the project's openapi.json: a validator that knows nothing of this client.</summary>
public abstract partial class PrismServer() : ToolServer("node", "node_modules/@stoplight/prism-cli/dist/index.js")
{
    protected override Regex PortPattern => Port();

    protected override string ReadyPath => "/";

    /// <summary>What Prism is to do, before the arguments that all of its modes share.</summary>
    protected abstract IEnumerable<string> Mode { get; }

    protected override IEnumerable<string> Arguments(string file) => [file, .. Mode, "--errors", "--host", "127.0.0.1", "--port", "0"];

    [GeneratedRegex(@"listening on http://127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Port();
}

/// <summary>Prism as the service.</summary>
public sealed class PrismMock : PrismServer
{
    protected override IEnumerable<string> Mode => ["mock", Repository.OpenApi];
}

/// <summary>Prism between the client and an emulator, holding both to the contract.</summary>
public class PrismProxy : PrismServer
{
    private Amigo.Workspaces.Emulator.WorkspacesEmulator? _emulator;

    public Amigo.Workspaces.Emulator.WorkspacesEmulator Emulator => _emulator!;

    protected override IEnumerable<string> Mode => ["proxy", Repository.OpenApi, Emulator.BaseAddress.AbsoluteUri];

    public override async ValueTask InitializeAsync()
    {
        _emulator = await Amigo.Workspaces.Emulator.WorkspacesEmulator.StartAsync();
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
