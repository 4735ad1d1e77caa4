using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>Writes what is asked into the envelope of every request: the name of the query or command, and its parameters.</summary>
internal static class RequestBody
{
    public static byte[] Get(string id) => Write(Operations.GetWorkspace, id, static (writer, id) => writer.WriteString("id", id));

    public static byte[] List(int page, int size) =>
        Write(
            Operations.ListWorkspaces,
            (page, size),
            static (writer, list) =>
            {
                writer.WriteNumber("page", list.page);
                writer.WriteNumber("size", list.size);
            }
        );

    public static byte[] Create(CreateWorkspaceRequest request) =>
        Write(
            Operations.CreateWorkspace,
            request,
            static (writer, request) =>
            {
                writer.WriteString("organization_id", request.OrganizationId);
                writer.WriteString("name", request.Name);
                if (request.Description is not null)
                {
                    writer.WriteString("description", request.Description);
                }

                if (request.Attributes is not null)
                {
                    WriteAttributes(writer, request.Attributes);
                }
            }
        );

    public static byte[] Update(string id, UpdateWorkspaceRequest request) =>
        Write(
            Operations.UpdateWorkspace,
            (id, request),
            static (writer, update) =>
            {
                writer.WriteString("id", update.id);
                writer.WriteString("name", update.request.Name);
                if (update.request.Description.IsSet)
                {
                    writer.WriteString("description", update.request.Description.Value);
                }

                if (update.request.Attributes.IsSet)
                {
                    WriteAttributes(writer, update.request.Attributes.Value);
                }
            }
        );

    public static byte[] Delete(string id) => Write(Operations.DeleteWorkspace, id, static (writer, id) => writer.WriteString("id", id));

    private static byte[] Write<T>(Operation operation, T asked, Action<Utf8JsonWriter, T> writeParams)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            // The vendor's examples name commands with this key too.
            writer.WriteString("query", operation.Id);
            writer.WriteStartObject("params");
            writeParams(writer, asked);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <exception cref="ArgumentException">The object holds what JSON cannot.</exception>
    private static void WriteAttributes(Utf8JsonWriter writer, JsonObject? attributes)
    {
        writer.WritePropertyName("attributes");
        if (attributes is null)
        {
            writer.WriteNullValue();
            return;
        }

        try
        {
            attributes.WriteTo(writer);
        }
        catch (Exception exception) when (exception is not ArgumentException)
        {
            // Nested too deep, or a value of a type that has no JSON.
            throw new ArgumentException("Attributes cannot be written as JSON.", nameof(attributes), exception);
        }
    }
}
