using System.Text.Json;

namespace Amigo.Workspaces.Client.Protocol;

/// <summary>Writes the bodies of the contract's requests.</summary>
internal sealed class RequestBodies : BodySerializer
{
    protected override byte[] Write(object body) =>
        body switch
        {
            UpdateWorkspaceRequest update => WriteUpdate(update),
            TestCallerNumbers numbers => JsonSerializer.SerializeToUtf8Bytes(numbers, ResponseJson.Default.TestCallerNumbers),
            CreateWorkspaceRequest create => JsonSerializer.SerializeToUtf8Bytes(create, RequestJson.Default.CreateWorkspaceRequest),
            ConvertEnvironmentRequest convert => JsonSerializer.SerializeToUtf8Bytes(
                convert,
                RequestJson.Default.ConvertEnvironmentRequest
            ),
            ArchiveWorkspaceRequest archive => JsonSerializer.SerializeToUtf8Bytes(archive, RequestJson.Default.ArchiveWorkspaceRequest),
            _ => throw new NotSupportedException(body.GetType().Name),
        };

    /// <summary>By hand: the generated JSON of <see cref="Optional{T}" /> adds 0.2 MB to a program that is compiled ahead of time.</summary>
    private static byte[] WriteUpdate(UpdateWorkspaceRequest update)
    {
        // Not ArrayBufferWriter, which .NET Framework lacks.
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            WriteIfSet(writer, "name", update.Name.IsSet, update.Name.Value);
            WriteIfSet(writer, "environment", update.Environment.IsSet, update.Environment.Value?.Value);
            WriteIfSet(writer, "region", update.Region.IsSet, update.Region.Value?.Value);
            WriteIfSet(writer, "connector_type", update.ConnectorType.IsSet, update.ConnectorType.Value?.Value);
            writer.WriteEndObject();
        }

        return body.ToArray();
    }

    private static void WriteIfSet(Utf8JsonWriter writer, string name, bool isSet, string? value)
    {
        if (isSet)
        {
            writer.WriteString(name, value);
        }
    }
}
