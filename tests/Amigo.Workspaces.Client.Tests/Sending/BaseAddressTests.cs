using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Sending;

public class BaseAddressTests
{
    [Theory]
    [InlineData("https://api.platform.amigo.ai")]
    [InlineData("https://api.platform.amigo.ai/")]
    [InlineData("https://api.platform.amigo.ai/v1")]
    [InlineData("https://api.platform.amigo.ai/v1/")]
    [InlineData("https://api.platform.amigo.ai//")]
    [InlineData("https://api.platform.amigo.ai/V1")]
    [InlineData("https://API.platform.amigo.ai:443/v1")]
    public void Every_form_of_the_services_address_gives_the_same_request(string baseAddress) =>
        Request(baseAddress).Should().Be("https://api.platform.amigo.ai/v1/workspaces?limit=1");

    [Theory]
    [InlineData("https://gateway.example:8443/amigo")]
    [InlineData("https://gateway.example:8443/amigo/")]
    [InlineData("https://gateway.example:8443/amigo/v1")]
    [InlineData("https://gateway.example:8443/amigo/v1/")]
    public void A_path_and_a_port_stay(string baseAddress) =>
        Request(baseAddress).Should().Be("https://gateway.example:8443/amigo/v1/workspaces?limit=1");

    [Theory]
    [InlineData("https://gateway.example/v1/amigo", "https://gateway.example/v1/amigo/v1/workspaces?limit=1")]
    [InlineData("https://gateway.example/apiv1", "https://gateway.example/apiv1/v1/workspaces?limit=1")]
    [InlineData("https://gateway.example/v1.1", "https://gateway.example/v1.1/v1/workspaces?limit=1")]
    [InlineData("https://gateway.example/a%20b", "https://gateway.example/a%20b/v1/workspaces?limit=1")]
    public void Only_a_last_segment_that_is_the_version_is_taken_for_it(string baseAddress, string request) =>
        Request(baseAddress).Should().Be(request);

    private static string Request(string baseAddress) =>
        ClientSettings.From(Given.Options(new Uri(baseAddress))).AddressOf("/v1/workspaces?limit=1").AbsoluteUri;
}
