using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Amigo.Workspaces.Client.Protocol;

/// <summary>Writes the bodies of the contract's requests.</summary>
internal sealed class RequestBodies : BodySerializer
{
    protected override byte[] Write<T>(T body)
    {
        var type =
            typeof(T) == typeof(TestCallerNumbers)
                ? (JsonTypeInfo)ResponseJson.Default.TestCallerNumbers
                : RequestJson.Default.GetTypeInfo(typeof(T));
        return JsonSerializer.SerializeToUtf8Bytes(body, (JsonTypeInfo<T>)type!);
    }
}
