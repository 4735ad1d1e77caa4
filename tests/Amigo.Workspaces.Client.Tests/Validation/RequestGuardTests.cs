using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Validation;

/// <summary>The rules through the public API, against a server that must not be asked.</summary>
public sealed class RequestGuardTests : IAsyncLifetime
{
    /// <summary>A text that breaks most rules, and that no message may repeat.</summary>
    private const string Secret = "+1 555 0100 SECRET";

    private static readonly Guid Id = Given.WorkspaceId;

    private StubServer _server = null!;
    private WorkspacesClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await StubServer.StartAsync(404, """{"detail":"asked"}""");
        _client = Given.Client(_server.BaseAddress);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("ab\n")]
    [InlineData("a")]
    [InlineData("Acme")]
    [InlineData(Secret)]
    public async Task A_slug_keeps_its_rule(string slug)
    {
        await Refused<ArgumentException>("Slug", options => _client.CreateAsync(Given.CreateRequest with { Slug = slug }, options));
        await Refused<ArgumentException>("Slug", options => _client.EnsureCreatedAsync(Given.CreateRequest with { Slug = slug }, options));
        await Refused<ArgumentException>(
            "Slug",
            options => _client.Workspaces.ArchiveWorkspaceAsync(Id, new ArchiveWorkspaceRequest { Slug = slug }, options)
        );
        await Refused<ArgumentException>("confirmSlug", options => _client.ArchiveAsync(Id, slug, options));
        await Refused<ArgumentException>(
            "ConfirmSlug",
            options => _client.Workspaces.ConvertWorkspaceEnvironmentAsync(Id, To(slug), options)
        );
        await Refused<ArgumentException>(
            "confirmSlug",
            options => _client.ConvertEnvironmentAsync(Id, ConversionTarget.Staging, slug, options)
        );
        await Refused<ArgumentException>(
            "confirmSlug",
            options => _client.ConvertEnvironmentAsync(Id, ConversionTarget.Staging, slug, (_, _) => new(true), options)
        );
        await Refused<ArgumentException>("slug", options => _client.FindBySlugAsync(slug, options));
    }

    [Fact]
    public async Task A_slug_is_needed()
    {
        await Refused<ArgumentNullException>("Slug", options => _client.CreateAsync(Given.CreateRequest with { Slug = null! }, options));
        await Refused<ArgumentNullException>("confirmSlug", options => _client.ArchiveAsync(Id, null!, options));
        await Refused<ArgumentNullException>(
            "ConfirmSlug",
            options => _client.Workspaces.ConvertWorkspaceEnvironmentAsync(Id, To(null!), options)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    public async Task A_name_is_not_blank(string name)
    {
        await Refused<ArgumentException>("Name", options => _client.CreateAsync(Given.CreateRequest with { Name = name }, options));
        await Refused<ArgumentException>(
            "BackendOrgId",
            options => _client.CreateAsync(Given.CreateRequest with { BackendOrgId = name }, options)
        );
        await Refused<ArgumentException>("Name", options => _client.UpdateAsync(Id, new UpdateWorkspaceRequest { Name = name }, options));
    }

    [Fact]
    public async Task A_name_is_needed_to_create() =>
        await Refused<ArgumentNullException>("Name", options => _client.CreateAsync(Given.CreateRequest with { Name = null! }, options));

    [Fact]
    public async Task Values_are_known_ones_and_the_message_names_them()
    {
        var unknown = new WorkspaceEnvironment(Secret);

        (await Refused<ArgumentException>("Environment", o => _client.CreateAsync(Given.CreateRequest with { Environment = unknown }, o)))
            .Message.Should()
            .Contain("production, staging, development")
            .And.Contain("SkipValidation");
        await Refused<ArgumentException>("Environment", o => _client.CreateAsync(Given.CreateRequest with { Environment = default }, o));
        await Refused<ArgumentException>(
            "Environment",
            o => _client.UpdateAsync(Id, new UpdateWorkspaceRequest { Environment = unknown }, o)
        );
        (
            await Refused<ArgumentException>(
                "Region",
                o => _client.UpdateAsync(Id, new UpdateWorkspaceRequest { Region = new WorkspaceRegion(Secret) }, o)
            )
        )
            .Message.Should()
            .Contain("us-east-1, ap-southeast-2, eu-central-1, ca-central-1");
        (
            await Refused<ArgumentException>(
                "ConnectorType",
                o => _client.UpdateAsync(Id, new UpdateWorkspaceRequest { ConnectorType = new ConnectorType(Secret) }, o)
            )
        )
            .Message.Should()
            .Contain("epic")
            .And.Contain("meditab");
    }

    [Fact]
    public async Task An_update_may_set_everything_to_null_or_nothing_at_all()
    {
        await Sent(options =>
            _client.UpdateAsync(
                Id,
                new UpdateWorkspaceRequest
                {
                    Name = null,
                    Environment = null,
                    Region = null,
                    ConnectorType = null,
                },
                options
            )
        );
        await Sent(options => _client.UpdateAsync(Id, new UpdateWorkspaceRequest(), options));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public async Task A_page_holds_1_to_100(int limit)
    {
        await Refused<ArgumentOutOfRangeException>("limit", options => _client.Workspaces.ListWorkspacesAsync(limit, options: options));
        await Refused<ArgumentOutOfRangeException>(
            "PageSize",
            options => FirstPage(new ListWorkspacesOptions { PageSize = limit }, options)
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task A_page_of_1_or_of_100_is_asked_for(int limit)
    {
        await Sent(options => _client.Workspaces.ListWorkspacesAsync(limit, options: options));
        await Sent(options => FirstPage(new ListWorkspacesOptions { PageSize = limit }, options));
    }

    [Fact]
    public void Reading_ahead_is_not_negative_even_without_validation()
    {
        foreach (var skip in new[] { false, true })
        {
            var list = () => _client.ListAsync(new ListWorkspacesOptions { ReadAhead = -1 }, new RequestOptions { SkipValidation = skip });

            list.Should()
                .Throw<ArgumentOutOfRangeException>()
                .WithParameterName("ReadAhead")
                .WithMessage("ReadAhead must be from 0 to 32.*");
        }
    }

    [Fact]
    public async Task At_most_100_numbers_are_sent()
    {
        var numbers = Enumerable.Repeat(Secret, 101).ToArray();

        await Refused<ArgumentException>("numbers", options => _client.ReplaceTestCallerNumbersAsync(Id, numbers, options));
        await Refused<ArgumentException>("numbers", options => _client.AddTestCallerNumbersAsync(Id, numbers, options));
        await Refused<ArgumentException>("numbers", options => _client.RemoveTestCallerNumbersAsync(Id, numbers, options));
        await Refused<ArgumentException>(
            "Numbers",
            options => _client.Workspaces.UpdateTestCallerNumbersAsync(Id, new TestCallerNumbers { Numbers = numbers }, options)
        );
        await Sent(options => _client.ReplaceTestCallerNumbersAsync(Id, numbers.Take(100), options));
        await Sent(options => _client.ReplaceTestCallerNumbersAsync(Id, [], options));
    }

    [Fact]
    public async Task No_number_is_null()
    {
        string[] numbers = [Secret, null!];

        await Refused<ArgumentException>("numbers", options => _client.ReplaceTestCallerNumbersAsync(Id, numbers, options));
        await Refused<ArgumentException>(
            "Numbers",
            options => _client.Workspaces.UpdateTestCallerNumbersAsync(Id, new TestCallerNumbers { Numbers = numbers }, options)
        );
        await Refused<ArgumentNullException>(
            "Numbers",
            options => _client.Workspaces.UpdateTestCallerNumbersAsync(Id, new TestCallerNumbers { Numbers = null! }, options)
        );
    }

    [Fact]
    public async Task The_empty_identifier_is_refused_by_every_operation_that_takes_one()
    {
        await Refused<ArgumentException>("workspaceId", o => _client.GetAsync(Guid.Empty, o));
        await Refused<ArgumentException>("workspaceId", o => _client.UpdateAsync(Guid.Empty, new UpdateWorkspaceRequest(), o));
        await Refused<ArgumentException>("workspaceId", o => _client.ProvisionAsync(Guid.Empty, o));
        await Refused<ArgumentException>("workspaceId", o => _client.ArchiveAsync(Guid.Empty, "acme-clinic", o));
        await Refused<ArgumentException>("workspaceId", o => _client.CheckEnvironmentConversionAsync(Guid.Empty, options: o));
        await Refused<ArgumentException>(
            "workspaceId",
            o => _client.ConvertEnvironmentAsync(Guid.Empty, ConversionTarget.Production, "acme-clinic", o)
        );
        await Refused<ArgumentException>("workspaceId", o => _client.GetTestCallerNumbersAsync(Guid.Empty, o));
        await Refused<ArgumentException>("workspaceId", o => _client.ReplaceTestCallerNumbersAsync(Guid.Empty, [], o));
    }

    [Fact]
    public async Task A_conversion_target_that_has_no_wire_string_is_refused_even_without_validation()
    {
        const ConversionTarget none = (ConversionTarget)7;
        foreach (var skip in new[] { false, true })
        {
            var options = new RequestOptions { SkipValidation = skip };
            await Throws<ArgumentOutOfRangeException>("target", () => _client.CheckEnvironmentConversionAsync(Id, none, options));
            await Throws<ArgumentOutOfRangeException>("target", () => _client.ConvertEnvironmentAsync(Id, none, "acme-clinic", options));
            await Throws<ArgumentOutOfRangeException>(
                "Target",
                () => _client.Workspaces.ConvertWorkspaceEnvironmentAsync(Id, To("acme-clinic") with { Target = none }, options)
            );
        }

        _server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_request_is_needed_even_without_validation()
    {
        var options = new RequestOptions { SkipValidation = true };

        await Throws<ArgumentNullException>("request", () => _client.CreateAsync(null!, options));
        await Throws<ArgumentNullException>("request", () => _client.EnsureCreatedAsync(null!, options));
        await Throws<ArgumentNullException>("request", () => _client.UpdateAsync(Id, null!, options));
        await Throws<ArgumentNullException>("request", () => _client.Workspaces.ArchiveWorkspaceAsync(Id, null!, options));
        await Throws<ArgumentNullException>("request", () => _client.Workspaces.ConvertWorkspaceEnvironmentAsync(Id, null!, options));
        await Throws<ArgumentNullException>("request", () => _client.Workspaces.UpdateTestCallerNumbersAsync(Id, null!, options));
        await Throws<ArgumentNullException>("numbers", () => _client.ReplaceTestCallerNumbersAsync(Id, null!, options));
        await Throws<ArgumentNullException>("numbers", () => _client.AddTestCallerNumbersAsync(Id, null!, options));
        await Throws<ArgumentNullException>("slug", () => _client.FindBySlugAsync(null!, options));
        await Throws<ArgumentNullException>(
            "approve",
            () => _client.ConvertEnvironmentAsync(Id, ConversionTarget.Staging, "acme-clinic", null!, options)
        );
        _server.Requests.Should().BeEmpty();
    }

    /// <summary>Refused before anything is sent, by the property's name and without its value; sent when validation is skipped.</summary>
    private async Task<TException> Refused<TException>(string property, Func<RequestOptions?, Task> call)
        where TException : ArgumentException
    {
        var asked = _server.Requests.Count;
        var refusal = await Throws<TException>(property, () => call(null));
        _server.Requests.Should().HaveCount(asked, "nothing may be sent");

        await Sent(_ => call(new RequestOptions { SkipValidation = true }));
        return refusal;
    }

    private static async Task<TException> Throws<TException>(string property, Func<Task> call)
        where TException : ArgumentException
    {
        var refusal = (await call.Should().ThrowExactlyAsync<TException>()).Which;
        refusal.ParamName.Should().Be(property);
        if (refusal is ArgumentNullException)
        {
            refusal.Message.Should().Contain(property);
        }
        else
        {
            refusal.Message.Should().StartWith(property + " must ", "the rule is told");
        }

        refusal.ToString().Should().NotContain(Secret);
        return refusal;
    }

    private async Task Sent(Func<RequestOptions?, Task> call)
    {
        var asked = _server.Requests.Count;
        var send = () => call(null);
        await send.Should().ThrowAsync<WorkspacesNotFoundException>();
        _server.Requests.Count.Should().BeGreaterThan(asked);
    }

    private async Task FirstPage(ListWorkspacesOptions list, RequestOptions? options)
    {
        await foreach (var _ in _client.ListAsync(list, options))
        {
            break;
        }
    }

    private static ConvertEnvironmentRequest To(string slug) => new() { Target = ConversionTarget.Production, ConfirmSlug = slug };

    [Fact]
    public async Task Half_a_surrogate_pair_is_refused_because_the_service_would_get_another_text()
    {
        const string half = "Jos\uD83C";
        await Refused<ArgumentException>("Name", options => _client.CreateAsync(Given.CreateRequest with { Name = half }, options));
        await Refused<ArgumentException>(
            "BackendOrgId",
            options => _client.CreateAsync(Given.CreateRequest with { BackendOrgId = half }, options)
        );
        await Refused<ArgumentException>(
            "Name",
            options => _client.UpdateAsync(Given.WorkspaceId, new UpdateWorkspaceRequest { Name = half }, options)
        );
        await Refused<ArgumentException>("numbers", options => _client.ReplaceTestCallerNumbersAsync(Given.WorkspaceId, [half], options));
    }
}
