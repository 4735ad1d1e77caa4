namespace Polyteia.Workspaces.Client.Tests.Hosting;

/// <summary>Sets the two variables that the client reads, and puts back what was there. Only for tests that run alone.</summary>
internal sealed class EnvironmentVariables : IDisposable
{
    private const string KeyName = "POLYTEIA_API_KEY";
    private const string AddressName = "POLYTEIA_BASE_URL";

    private readonly string? _key = Environment.GetEnvironmentVariable(KeyName);
    private readonly string? _address = Environment.GetEnvironmentVariable(AddressName);

    public EnvironmentVariables(string? key = null, string? address = null)
    {
        Environment.SetEnvironmentVariable(KeyName, key);
        Environment.SetEnvironmentVariable(AddressName, address);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(KeyName, _key);
        Environment.SetEnvironmentVariable(AddressName, _address);
    }
}
