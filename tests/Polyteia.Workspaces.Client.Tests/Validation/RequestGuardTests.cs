namespace Polyteia.Workspaces.Client.Tests.Validation;

/// <summary>What breaks the documentation's rules is refused before anything is sent, without a word of what the caller gave.</summary>
public sealed class RequestGuardTests : IAsyncLifetime
{
    private const string Family = "👨‍👩‍👧‍👦";
    private const string Combined = "e\u0301";
    private const string Emoji = "😀";

    private StubServer _server = null!;
    private PolyteiaWorkspacesClient _client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static RequestOptions SkipValidation => new() { SkipValidation = true };

    public static TheoryData<string> GoodNames =>
        [
            "F",
            " ",
            "Finance",
            Repeat("x", 50),
            // 50 code points each, of 100 UTF-16 units, 25 and 7 (and one) characters to a reader.
            Repeat(Emoji, 50),
            Repeat(Combined, 25),
            Repeat(Family, 7) + "x",
            "Zoë & Söhne – 東京",
        ];

    public static TheoryData<string> BadNames => ["", Repeat("x", 51), Repeat(Emoji, 51), Repeat(Combined, 25) + "x", Repeat(Family, 8)];

    public static TheoryData<string> GoodDescriptions => ["", "Money", Repeat("x", 255), Repeat(Emoji, 255), Repeat(Combined, 127) + "x"];

    public static TheoryData<string> BadDescriptions => [Repeat("x", 256), Repeat(Emoji, 256), Repeat(Combined, 128)];

    public static TheoryData<string> GoodIds => ["ws_cv33u4n0i6q45p93i930", "x", " ", "../?#%00", "😀", Repeat("x", 5000)];

    public static TheoryData<string> BadIds => ["", "ws_1\n", "ws\t1", "\0", "ws_1\u007f", "ws_1\u0085"];

    public async ValueTask InitializeAsync()
    {
        _server = await StubServer.StartAsync((context, _) => StubServer.RespondAsync(context, 200, AnswerTo(_server.Requests[^1])));
        _client = Given.Client(_server.BaseAddress);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(GoodNames))]
    public async Task A_name_of_up_to_fifty_code_points_is_sent_as_it_is(string name)
    {
        await CreateAsync(name);
        await UpdateAsync(name);

        _server.Requests.Select(Sent("name")).Should().Equal(name, name);
    }

    [Theory]
    [MemberData(nameof(BadNames))]
    public async Task Any_other_name_is_refused(string name)
    {
        await RefusedAsync(() => CreateAsync(name), "Name", "Name must be 1 to 50 Unicode characters, counted as code points.*");
        await RefusedAsync(() => UpdateAsync(name), "Name", "Name must be 1 to 50 Unicode characters, counted as code points.*");
    }

    [Theory]
    [MemberData(nameof(GoodDescriptions))]
    public async Task A_description_of_up_to_255_code_points_is_sent_as_it_is(string description)
    {
        await CreateAsync(description: description);
        await UpdateAsync(description: description);

        _server.Requests.Select(Sent("description")).Should().Equal(description, description);
    }

    [Theory]
    [MemberData(nameof(BadDescriptions))]
    public async Task Any_other_description_is_refused(string description)
    {
        const string words = "Description must be at most 255 Unicode characters, counted as code points.*";

        await RefusedAsync(() => CreateAsync(description: description), "Description", words);
        await RefusedAsync(() => UpdateAsync(description: description), "Description", words);
    }

    /// <summary>Not a theory, because half a pair does not survive the way from one test process to another.</summary>
    [Fact]
    public async Task Half_of_a_surrogate_pair_is_no_character()
    {
        foreach (var half in new[] { "\ud83d", "x\ud83dx", "\ude00😀" })
        {
            await RefusedAsync(() => CreateAsync(half), "Name", "Name must be 1 to 50 Unicode characters, counted as code points.*");
            await RefusedAsync(
                () => CreateAsync(description: half),
                "Description",
                "Description must be at most 255 Unicode characters, counted as code points.*"
            );
        }
    }

    [Theory]
    [MemberData(nameof(GoodIds))]
    public async Task An_id_is_opaque(string id)
    {
        await _client.GetAsync(id, cancellationToken: Cancel);
        await _client.UpdateAsync(id, Given.UpdateRequest, cancellationToken: Cancel);
        await _client.CreateAsync(Given.CreateRequest with { OrganizationId = id }, cancellationToken: Cancel);

        _server.Requests.Take(2).Select(Sent("id")).Should().Equal(id, id);
        Sent("organization_id")(_server.Requests[2]).Should().Be(id);
        _server.Requests.Should().OnlyContain(request => request.Path == "/api");
    }

    [Fact]
    public Task An_id_holds_no_half_of_a_character() =>
        RefusedAsync(
            () => _client.GetAsync("ws_\ud83d", cancellationToken: Cancel),
            "id",
            "id must not contain half of a surrogate pair.*"
        );

    [Theory]
    [MemberData(nameof(BadIds))]
    public async Task An_id_is_neither_empty_nor_holds_control_characters(string id)
    {
        var rule = id.Length == 0 ? "must not be empty.*" : "must not contain control characters.*";

        await RefusedAsync(() => _client.GetAsync(id, cancellationToken: Cancel), "id", "id " + rule);
        await RefusedAsync(() => _client.UpdateAsync(id, Given.UpdateRequest, cancellationToken: Cancel), "id", "id " + rule);
        await RefusedAsync(() => _client.DeleteWithoutConfirmationAsync(id, cancellationToken: Cancel), "id", "id " + rule);
        await RefusedAsync(() => _client.DeleteAsync(id, "Finance", cancellationToken: Cancel), "id", "id " + rule);
        await RefusedAsync(
            () => _client.CreateAsync(Given.CreateRequest with { OrganizationId = id }, cancellationToken: Cancel),
            "OrganizationId",
            "OrganizationId " + rule
        );
    }

    [Fact]
    public async Task Null_is_refused_even_when_validation_is_skipped()
    {
        foreach (var options in new[] { null, SkipValidation })
        {
            await NullAsync(() => _client.GetAsync(null!, options, Cancel), "id");
            await NullAsync(() => _client.CreateAsync(null!, options, Cancel), "request");
            await NullAsync(
                () => _client.CreateAsync(Given.CreateRequest with { OrganizationId = null! }, options, Cancel),
                "OrganizationId"
            );
            await NullAsync(() => _client.CreateAsync(Given.CreateRequest with { Name = null! }, options, Cancel), "Name");
            await NullAsync(() => _client.UpdateAsync(null!, Given.UpdateRequest, options, Cancel), "id");
            await NullAsync(() => _client.UpdateAsync(Given.Id, null!, options, Cancel), "request");
            await NullAsync(() => _client.UpdateAsync(Given.Id, Given.UpdateRequest with { Name = null! }, options, Cancel), "Name");
            await NullAsync(() => _client.DeleteAsync(null!, "Finance", options, Cancel), "id");
            await NullAsync(() => _client.DeleteAsync(Given.Id, null!, options, Cancel), "confirmName");
            await NullAsync(() => _client.DeleteWithoutConfirmationAsync(null!, options, Cancel), "id");
        }

        _server.Requests.Should().BeEmpty();
    }

    [Fact]
    public void Options_of_a_list_are_checked_when_it_is_asked_for_and_not_only_when_it_is_read() =>
        _client
            .Invoking(client => client.ListAsync(options: new RequestOptions { MaxRetries = -1 }))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("*MaxRetries*");

    [Fact]
    public async Task A_caller_who_knows_better_can_skip_the_rules()
    {
        var longName = Repeat("x", 51);
        var longDescription = Repeat("x", 256);

        await _client.GetAsync("ws\t1", SkipValidation, Cancel);
        await _client.CreateAsync(
            new()
            {
                OrganizationId = "",
                Name = longName,
                Description = longDescription,
            },
            SkipValidation,
            Cancel
        );
        await _client.UpdateAsync("", new() { Name = "", Description = longDescription }, SkipValidation, Cancel);

        Sent("id")(_server.Requests[0]).Should().Be("ws\t1");
        (Sent("name")(_server.Requests[1]), Sent("description")(_server.Requests[1])).Should().Be((longName, longDescription));
        (Sent("name")(_server.Requests[2]), Sent("description")(_server.Requests[2])).Should().Be(("", longDescription));
    }

    private Task<Workspace> CreateAsync(string name = "Finance", string? description = null) =>
        _client.CreateAsync(Given.CreateRequest with { Name = name, Description = description }, cancellationToken: Cancel);

    private Task<Workspace> UpdateAsync(string name = "Finance", Optional<string?> description = default) =>
        _client.UpdateAsync(Given.Id, new() { Name = name, Description = description }, cancellationToken: Cancel);

    private async Task RefusedAsync(Func<Task> call, string named, string words)
    {
        var refused = (await call.Should().ThrowAsync<ArgumentException>().WithMessage(words)).Which;

        refused.ParamName.Should().Be(named);
        refused.Message.Should().NotContain("xx").And.NotContain(Emoji);
        _server.Requests.Should().BeEmpty();
    }

    private static async Task NullAsync(Func<Task> call, string named) =>
        (await call.Should().ThrowAsync<ArgumentNullException>()).Which.ParamName.Should().Be(named);

    /// <summary>The service answers about the workspace that it was asked for.</summary>
    private static string AnswerTo(SeenRequest request)
    {
        using var sent = System.Text.Json.JsonDocument.Parse(request.Body);
        return sent.RootElement.GetProperty("params").TryGetProperty("id", out var id)
            ? Given.WorkspaceAnswer.Replace("\"" + Given.Id + "\"", id.GetRawText(), StringComparison.Ordinal)
            : Given.WorkspaceAnswer;
    }

    private static Func<SeenRequest, string?> Sent(string member) =>
        request =>
            System.Text.Json.JsonElement.Parse(request.Body).GetProperty("params").TryGetProperty(member, out var value)
                ? value.GetString()
                : null;

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
