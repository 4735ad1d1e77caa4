using System.Text.Json;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>The envelope of every request: the name of the query or command, and its parameters.</summary>
internal abstract record RequestBody(Operation Operation)
{
    public byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            // The vendor's examples name commands with this key too.
            writer.WriteString("query", Operation.Id);
            writer.WriteStartObject("params");
            WriteParams(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    protected abstract void WriteParams(Utf8JsonWriter writer);
}
