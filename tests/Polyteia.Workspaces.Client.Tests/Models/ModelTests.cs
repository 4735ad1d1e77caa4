using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Polyteia.Workspaces.Client.Tests.Models;

public class ModelTests
{
    [Fact]
    public void Requests_are_equal_when_their_attributes_are()
    {
        var create = Given.CreateRequest with { Attributes = Given.Object("""{"a":[1]}""") };
        var update = Given.UpdateRequest with { Attributes = Given.Object("""{"a":[1]}""") };

        create.Should().Be(create with { Attributes = Given.Object("""{ "a": [1] }""") });
        update.Should().Be(update with { Attributes = Given.Object("""{ "a": [1] }""") });
        new[]
        {
            create with
            {
                Attributes = Given.Object("""{"a":[2]}"""),
            },
            create with
            {
                Attributes = null,
            },
            create with
            {
                Name = "",
            },
            create with
            {
                OrganizationId = "",
            },
            create with
            {
                Description = "",
            },
        }
            .Should()
            .NotContain(create);
        new[]
        {
            update with
            {
                Attributes = Given.Object("""{"a":[2]}"""),
            },
            update with
            {
                Attributes = null,
            },
            update with
            {
                Attributes = default,
            },
            update with
            {
                Name = "",
            },
            update with
            {
                Description = null,
            },
        }
            .Should()
            .NotContain(update);
        (update with { Attributes = null }).Should().NotBe(update with { Attributes = default });
        create.GetHashCode().Should().Be((create with { Attributes = Given.Object("""{ "a": [1] }""") }).GetHashCode());
        update.GetHashCode().Should().Be((update with { Attributes = Given.Object("""{ "a": [1] }""") }).GetHashCode());
    }

    [Fact]
    public void Pages_are_equal_when_their_items_are()
    {
        var page = new Page<string>(["a", "b"], 1, 2);

        page.Should().Be(new Page<string>(new List<string> { "a", "b" }, 1, 2));
        page.GetHashCode().Should().Be(new Page<string>(["a", "b"], 1, 2).GetHashCode());
        new[] { page with { Items = ["a"] }, page with { Number = 2 }, page with { Total = 3 } }.Should().NotContain(page);
    }

    [Theory]
    [InlineData("")]
    [InlineData("th-TH")]
    [InlineData("sv-SE")]
    public void A_model_prints_the_same_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            new Workspace
            {
                Id = "ws_1",
                OrganizationId = "org_1",
                Name = "Finance",
                CreatedAt = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero),
                UpdatedAt = new DateTimeOffset(2025, 1, 2, 3, 4, 6, TimeSpan.Zero),
                Attributes = JsonElement.Parse("""{"a":1,"b":2}"""),
            }
                .ToString()
                .Should()
                .Be(
                    "Workspace { Id = ws_1, OrganizationId = org_1, CreatedAt = 2025-01-02T03:04:05+00:00, UpdatedAt = 2025-01-02T03:04:06+00:00, "
                        + "Name = Finance, Description = null, Attributes = [2 items] }"
                );
            new Page<int>([1], -2, -3).ToString().Should().Be("Page { Items = [1 items], Number = -2, Total = -3 }");
            (Given.UpdateRequest with { Attributes = Given.Object("""{"a":1}""") })
                .ToString()
                .Should()
                .Be("UpdateWorkspaceRequest { Name = Finance, Description = (unset), Attributes = [1 items] }");
            (Given.UpdateRequest with { Description = "Money" }).ToString().Should().EndWith("Description = Money, Attributes = (unset) }");
            (Given.CreateRequest with { Attributes = Given.Object("""{"a":1}""") })
                .ToString()
                .Should()
                .Be(
                    $"CreateWorkspaceRequest {{ OrganizationId = {Given.OrganizationId}, Name = Finance, Description = null, Attributes = [1 items] }}"
                );
            Given.CreateRequest.ToString().Should().EndWith("Attributes = null }");
            new ListWorkspacesOptions { Page = 2 }
                .ToString()
                .Should()
                .Be("ListWorkspacesOptions { Page = 2, PageSize = 100 }");
            new RateLimit(10, 0, null).ToString().Should().Be("RateLimit { Limit = 10, Remaining = 0, Reset = null }");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData("{}", "[0 items]")]
    [InlineData("[1,2]", "Array")]
    [InlineData("\"s3cret\"", "String")]
    public void Attributes_print_how_many_there_are_or_what_stands_there_instead(string attributes, string text)
    {
        var workspace = new Workspace { Attributes = attributes == "null" ? null : JsonElement.Parse(attributes) };

        workspace.ToString().Should().EndWith($"Attributes = {text} }}");
    }

    [Fact]
    public void What_nobody_set_is_empty_and_not_null()
    {
        var workspace = new Workspace();

        (workspace.Id, workspace.OrganizationId, workspace.Name).Should().Be(("", "", ""));
        new PolyteiaConnectionException("No answer.").Operation.Should().BeEmpty();
    }

    [Fact]
    public void Options_print_what_is_set_and_no_key()
    {
        new PolyteiaWorkspacesClientOptions { ApiKey = Given.Key }
            .ToString()
            .Should()
            .Be(
                "PolyteiaWorkspacesClientOptions { BaseAddress = https://app.polyteia.com/, ApiKey = (set), ApiKeyProvider = null, "
                    + "AttemptTimeout = 00:00:30, TotalTimeout = 00:01:40, MaxRetries = 2, RetryBaseDelay = 00:00:00.2500000, "
                    + "MaxRetryDelay = 00:00:30, ApplicationName = null }"
            );
        new RequestOptions
        {
            ApiKey = Given.Key,
            Headers = new Dictionary<string, string> { ["X-Team"] = "s3cret" },
        }
            .ToString()
            .Should()
            .Be("RequestOptions { ApiKey = (set), Timeout = null, MaxRetries = null, SkipValidation = False, Headers = [1 items] }");
        new RequestOptions().ToString().Should().EndWith("Headers = [0 items] }");
    }

    [Fact]
    public void An_optional_member_of_a_record_of_the_callers_own_comes_back_as_it_was()
    {
        foreach (
            var record in new Mine[]
            {
                new(),
                new() { Name = null },
                new() { Name = "Finance" },
            }
        )
        {
            JsonSerializer.Deserialize<Mine>(JsonSerializer.Serialize(record)).Should().Be(record);
        }

        default(Optional<string?>).Value.Should().BeNull();
    }

    [Fact]
    public void An_update_that_is_kept_as_json_comes_back_as_it_was()
    {
        foreach (
            var update in new[]
            {
                Given.UpdateRequest,
                Given.UpdateRequest with
                {
                    Description = null,
                    Attributes = null,
                },
                Given.UpdateRequest with
                {
                    Description = "Money",
                    Attributes = Given.Object("""{"a":[1]}"""),
                },
            }
        )
        {
            JsonSerializer.Deserialize<UpdateWorkspaceRequest>(JsonSerializer.Serialize(update)).Should().Be(update);
        }
    }

    [Fact]
    public void An_optional_value_without_null_is_unset_where_a_null_stands()
    {
        JsonSerializer.Deserialize<Optional<int>>("null").IsSet.Should().BeFalse();
        JsonSerializer.Serialize(default(Optional<int>)).Should().Be("null");
    }

    [Fact]
    public void An_optional_value_prints_itself_or_that_it_is_unset()
    {
        new Optional<string?>("Money").ToString().Should().Be("Money");
        new Optional<string?>(null).ToString().Should().Be("null");
        default(Optional<string?>).ToString().Should().Be("(unset)");
    }

    [Fact]
    public void Its_converter_needs_options() =>
        new OptionalConverter<string?>()
            .Invoking(converter => converter.Write(new Utf8JsonWriter(Stream.Null), "Money", null!))
            .Should()
            .Throw<ArgumentNullException>()
            .WithParameterName("options");

    [Fact]
    public void A_client_and_a_list_say_what_they_are_and_hold_no_key()
    {
        using var client = new PolyteiaWorkspacesClient(Given.Key);

        client.ToString().Should().Be("PolyteiaWorkspacesClient of app.polyteia.com");
        client.ListAsync(TestContext.Current.CancellationToken).ToString().Should().Be("Workspace items, read page by page");
    }

    [Fact]
    public async Task Every_call_can_be_made_with_the_token_alone()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var token = source.Token;
        using var client = new PolyteiaWorkspacesClient(Given.Key);
        Func<Task>[] calls =
        [
            () => client.GetAsync(Given.Id, token),
            () => client.ListAsync(token).ToListAsync(TestContext.Current.CancellationToken).AsTask(),
            () => client.ListAsync(new ListWorkspacesOptions(), token).ToListAsync(TestContext.Current.CancellationToken).AsTask(),
            () => client.CreateAsync(Given.CreateRequest, token),
            () => client.UpdateAsync(Given.Id, Given.UpdateRequest, token),
            () => client.DeleteAsync(Given.Id, "Finance", token),
            () => client.DeleteWithoutConfirmationAsync(Given.Id, token),
        ];

        foreach (var call in calls)
        {
            (await call.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(token);
        }

        typeof(CancellationTokenExtensions)
            .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Should()
            .HaveSameCount(calls);
    }

    private sealed record Mine
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public Optional<string?> Name { get; init; }
    }
}
