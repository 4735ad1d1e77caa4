using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Security;

/// <summary>A cookie would carry one tenant's session into the calls of another.</summary>
public class CookieTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<ClientSource, string> HandlersOfOurs =>
        new()
        {
            { ClientSource.Own, "" },
            { ClientSource.Registered, "" },
            { ClientSource.RegisteredWithHandler, "" },
            { ClientSource.Registered, nameof(SocketsHttpHandler) },
            { ClientSource.Registered, nameof(HttpClientHandler) },
            { ClientSource.Registered, nameof(DelegatingHandler) },
        };

    [Theory]
    [MemberData(nameof(HandlersOfOurs))]
    public async Task A_cookie_that_one_key_was_given_is_not_sent_with_another(ClientSource source, string primary)
    {
        var answers = new[] { (200, Given.WorkspaceJson), (401, "{}"), (307, ""), (503, "") };
        await using var server = await StubServer.StartAsync(
            (context, number) =>
            {
                var (status, body) = answers[(number - 1) % answers.Length];
                return StubServer.RespondAsync(
                    context,
                    status,
                    body,
                    ("Set-Cookie", "session=of-north; Path=/"),
                    ("Location", "/v1/elsewhere")
                );
            }
        );
        using var made = MadeClient.From(source, server.BaseAddress, options => options.MaxRetries = 0, Primary(primary));

        foreach (var key in new[] { "key-of-north", "key-of-south" })
        {
            foreach (var _ in answers)
            {
                await Record.ExceptionAsync(() => made.Client.GetAsync(Given.WorkspaceId, new() { ApiKey = key }, Cancel));
            }
        }

        server.Requests.Should().HaveCount(2 * answers.Length).And.OnlyContain(request => !request.Headers.ContainsKey("Cookie"));
    }

    /// <summary>The host's own handler, which keeps cookies unless it is told not to.</summary>
    private static Func<HttpMessageHandler>? Primary(string type) =>
        type switch
        {
            nameof(SocketsHttpHandler) => () => new SocketsHttpHandler { UseCookies = true },
            nameof(HttpClientHandler) => () => new HttpClientHandler { UseCookies = true },
            nameof(DelegatingHandler) => () => new Around(new Around(new HttpClientHandler())),
            _ => null,
        };

    private sealed class Around(HttpMessageHandler primary) : DelegatingHandler(primary);
}
