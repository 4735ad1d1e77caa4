namespace Polyteia.Workspaces.Client.Tests.Support;

/// <summary>One query or command as a caller makes it, and what its kind promises.</summary>
/// <param name="Name">Its name in the envelope.</param>
/// <param name="IsWrite">Whether it changes anything.</param>
/// <param name="MayRepeat">Whether it is safe to repeat.</param>
/// <param name="Answer">What a service answers it with.</param>
/// <param name="Send">Makes the call.</param>
internal sealed record QueryCall(
    string Name,
    bool IsWrite,
    bool MayRepeat,
    string Answer,
    Func<IPolyteiaWorkspacesClient, RequestOptions?, CancellationToken, Task> Send
)
{
    public static IReadOnlyList<QueryCall> All { get; } =
    [
        new(
            "get_workspace",
            false,
            true,
            Given.WorkspaceAnswer,
            (client, options, cancellation) => client.GetAsync(Given.Id, options, cancellation)
        ),
        new("list_workspaces", false, true, Given.ListAnswer, ListAsync),
        new(
            "create_workspace",
            true,
            false,
            Given.WorkspaceAnswer,
            (client, options, cancellation) => client.CreateAsync(Given.CreateRequest, options, cancellation)
        ),
        new(
            "update_workspace",
            true,
            true,
            Given.WorkspaceAnswer,
            (client, options, cancellation) => client.UpdateAsync(Given.Id, Given.UpdateRequest, options, cancellation)
        ),
        new(
            "delete_workspace",
            true,
            false,
            Given.DeletedAnswer,
            (client, options, cancellation) => client.DeleteWithoutConfirmationAsync(Given.Id, options, cancellation)
        ),
    ];

    public static TheoryData<string> Names => [.. All.Select(call => call.Name)];

    public static QueryCall Of(string name) => All.Single(call => call.Name == name);

    public Task SendAsync(IPolyteiaWorkspacesClient client, RequestOptions? options = null) =>
        Send(client, options, TestContext.Current.CancellationToken);

    public async Task<PolyteiaException> FailAsync(IPolyteiaWorkspacesClient client, RequestOptions? options = null) =>
        (await FluentActions.Awaiting(() => SendAsync(client, options)).Should().ThrowAsync<PolyteiaException>()).Which;

    private static async Task ListAsync(IPolyteiaWorkspacesClient client, RequestOptions? options, CancellationToken cancellation)
    {
        await foreach (var _ in client.ListAsync(options: options, cancellationToken: cancellation)) { }
    }
}
