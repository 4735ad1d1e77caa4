namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>Gives Refit the bodies of the requests.</summary>
internal sealed class BodyWriter : BodySerializer
{
    protected override byte[] Write(object body) => ((RequestBody)body).ToBytes();
}
