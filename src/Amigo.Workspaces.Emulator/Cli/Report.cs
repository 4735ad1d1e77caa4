using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Amigo.Workspaces.Emulator.Validation;

namespace Amigo.Workspaces.Emulator.Cli;

/// <summary>What the program writes, as lines for people or as JSON. Requests never wait for whoever reads it.</summary>
internal sealed class Report : IAsyncDisposable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(1);

    private readonly Channel<string> _lines = Channel.CreateBounded<string>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );
    private readonly TextWriter _output;
    private readonly bool _json;
    private readonly Task _writing;

    public Report(TextWriter output, bool json)
    {
        _output = output;
        _json = json;
        _writing = Task.Run(WriteLinesAsync);
    }

    /// <summary>Tells where the emulator listens and which keys it takes; a command has its key in its environment, so no log needs them.</summary>
    public void Started(WorkspacesEmulator emulator, bool runsCommand)
    {
        var keys = runsCommand
            ? []
            : Enum.GetValues<WorkspaceRole>().OrderDescending().Select(role => (Name: NameOf(role), Key: emulator.KeyOf(role))).ToList();
        var count = emulator.Workspaces.Count(workspace => workspace.ArchivedAt is null);
        if (_json)
        {
            WriteJson("started", writer => WriteStarted(writer, emulator.BaseAddress, count, keys));
            return;
        }

        Write(FormattableString.Invariant($"Listening on {emulator.BaseAddress} with {count} workspace{(count == 1 ? "" : "s")}."));
        if (runsCommand)
        {
            return;
        }

        Write("");
        keys.ForEach(key => Write($"  {key.Name, -7} {key.Key}"));
        Write(
            $"""

            To use it:

              {SettingLine(emulator.BaseAddress, keys[0].Key)}

            Open {emulator.BaseAddress} in a browser to see its workspaces and requests.
            Press Ctrl-C to stop.
            """
        );
    }

    public void Request(RecordedRequest request)
    {
        var target = OneLine(request.Query.Length > 0 ? $"{request.Path}?{request.Query}" : request.Path);
        var (role, milliseconds) = (request.Role is { } known ? NameOf(known) : null, request.Duration?.TotalMilliseconds ?? 0);
        if (_json)
        {
            WriteJson(
                "request",
                writer =>
                {
                    writer.WriteString("method", OneLine(request.Method));
                    writer.WriteString("path", target);
                    WriteNumberOrNull(writer, "status", request.StatusCode);
                    writer.WriteString("role", role);
                    writer.WriteNumber("ms", Math.Round(milliseconds, 1));
                    writer.WriteString("operation", request.OperationId);
                    writer.WriteString("fault", request.Fault);
                }
            );
            return;
        }

        var status = request.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "no answer";
        var fault = request.Fault is null ? "" : $" (fault {request.Fault})";
        Write(FormattableString.Invariant($"{OneLine(request.Method)} {target} {status} {role ?? "no key"} {milliseconds:0.0} ms{fault}"));
    }

    public async ValueTask DisposeAsync()
    {
        _lines.Writer.Complete();
        try
        {
            await _writing.WaitAsync(MaxWait).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Whoever reads the output has stopped; the program ends all the same.
        }
    }

    /// <summary>What points a client at the emulator, in the shell of this system.</summary>
    private static string SettingLine(Uri address, string key) =>
        OperatingSystem.IsWindows()
            ? $"$env:AMIGO_BASE_URL = '{address}'; $env:AMIGO_API_KEY = '{key.Replace("'", "''", StringComparison.Ordinal)}'"
            : $"export AMIGO_BASE_URL={Quoted(address.ToString())} AMIGO_API_KEY={Quoted(key)}";

    private static string Quoted(string text) =>
        text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or ':' or '/')
            ? text
            : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static string NameOf(WorkspaceRole role) => role.ToString().ToLowerInvariant();

    // What a caller sends does not move the cursor of whoever reads the console.
    private static string OneLine(string text)
    {
        const int maxLength = 500;
        var line = new StringBuilder();
        foreach (var character in text.Length > maxLength ? text[..maxLength] : text)
        {
            line.Append(character is > ' ' and <= '~' ? character : '?');
        }

        return text.Length > maxLength ? line.Append('…').ToString() : line.ToString();
    }

    private static void WriteStarted(Utf8JsonWriter writer, Uri address, int count, List<(string Name, string Key)> keys)
    {
        writer.WriteString("base_address", address.ToString());
        writer.WriteNumber("workspaces", count);
        if (keys.Count > 0)
        {
            writer.WriteStartObject("keys");
            keys.ForEach(key => writer.WriteString(key.Name, key.Key));
            writer.WriteEndObject();
        }
    }

    private static void WriteNumberOrNull(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private void WriteJson(string happened, Action<Utf8JsonWriter> writeMembers) =>
        Write(
            Encoding.UTF8.GetString(
                JsonText.Write(writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("event", happened);
                    writeMembers(writer);
                    writer.WriteEndObject();
                })
            )
        );

    private void Write(string line) => _lines.Writer.TryWrite(line);

    private async Task WriteLinesAsync()
    {
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                await _output.WriteLineAsync(line).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Whoever reads the output has gone.
        }
    }
}
