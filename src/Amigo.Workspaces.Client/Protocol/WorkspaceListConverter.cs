using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client.Protocol;

/// <summary>Reads the workspaces of a page into an array of their number, where the framework grows a list.</summary>
internal sealed class WorkspaceListConverter : JsonConverter<IReadOnlyList<Workspace>>
{
    private const int PageSize = 128;

    private static readonly WorkspaceConverter Items = new();

    public override IReadOnlyList<Workspace> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }

        var items = ArrayPool<Workspace>.Shared.Rent(PageSize);
        var count = 0;
        try
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (count == items.Length)
                {
                    items = Grow(items);
                }

                items[count] = Items.Read(ref reader, typeof(Workspace), options);
                count++;
            }

            return items.AsSpan(0, count).ToArray();
        }
        catch (ContractViolationException violation)
        {
            var member = violation.Member.Length == 0 ? "" : "." + violation.Member;
            throw new ContractViolationException(FormattableString.Invariant($"[{count}]{member}"), violation.Problem);
        }
        finally
        {
            ArrayPool<Workspace>.Shared.Return(items, clearArray: true);
        }
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Workspace> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var workspace in value)
        {
            Items.Write(writer, workspace, options);
        }

        writer.WriteEndArray();
    }

    private static Workspace[] Grow(Workspace[] full)
    {
        var larger = ArrayPool<Workspace>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<Workspace>.Shared.Return(full, clearArray: true);
        return larger;
    }
}
