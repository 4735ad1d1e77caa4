using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client.Protocol;

/// <summary>
/// Reads a page by hand: what the serializer sets up for the members of a type takes a program that starts longer than all of our own code.
/// The workspaces are read into an array of their number, where the framework grows a list.
/// </summary>
internal sealed class WorkspacePageConverter : JsonConverter<WorkspacePage>
{
    private const int PageSize = 128;

    private static readonly WorkspaceConverter Items = new();

    public override WorkspacePage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        var members = new Members();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            members.Read(ref reader, options);
        }

        return members.ToPage();
    }

    public override void Write(Utf8JsonWriter writer, WorkspacePage value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items");
        foreach (var workspace in value.Items)
        {
            Items.Write(writer, workspace, options);
        }

        writer.WriteEndArray();
        writer.WriteBoolean("has_more", value.HasMore);
        Write(writer, "continuation_token", value.ContinuationToken);
        Write(writer, "total", value.Total);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } present)
        {
            writer.WriteNumber(name, present);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static Workspace[] ReadItems(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new ContractViolationException("items", reader.TokenType == JsonTokenType.Null ? "is null" : "cannot be read");
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
            throw new ContractViolationException(FormattableString.Invariant($"items[{count}]{member}"), violation.Problem);
        }
        finally
        {
            ArrayPool<Workspace>.Shared.Return(items, clearArray: true);
        }
    }

    private static Workspace[] Grow(Workspace[] full)
    {
        var larger = ArrayPool<Workspace>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<Workspace>.Shared.Return(full, clearArray: true);
        return larger;
    }

    private struct Members
    {
        private Workspace[]? _items;
        private bool? _hasMore;
        private long? _continuationToken;
        private long? _total;

        /// <summary>Reads a member from its name on. What the contract does not have is skipped.</summary>
        public void Read(ref Utf8JsonReader reader, JsonSerializerOptions options)
        {
            if (reader.ValueTextEquals("items"u8))
            {
                reader.Read();
                _items = ReadItems(ref reader, options);
            }
            else if (reader.ValueTextEquals("has_more"u8))
            {
                reader.Read();
                _hasMore = reader.TokenType is JsonTokenType.True or JsonTokenType.False
                    ? reader.GetBoolean()
                    : throw Unreadable("has_more");
            }
            else if (reader.ValueTextEquals("continuation_token"u8))
            {
                _continuationToken = Number(ref reader, "continuation_token");
            }
            else if (reader.ValueTextEquals("total"u8))
            {
                _total = Number(ref reader, "total");
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        public readonly WorkspacePage ToPage() =>
            new()
            {
                Items = _items ?? throw new ContractViolationException("items", "is missing"),
                HasMore = _hasMore ?? throw new ContractViolationException("has_more", "is missing"),
                ContinuationToken = _continuationToken,
                Total = _total,
            };

        private static long? Number(ref Utf8JsonReader reader, string member)
        {
            reader.Read();
            return reader.TokenType == JsonTokenType.Null ? null
                : WholeNumberConverter.TryRead(ref reader, out var number) ? number
                : throw Unreadable(member);
        }

        private static ContractViolationException Unreadable(string member) => new(member, "cannot be read");
    }
}
