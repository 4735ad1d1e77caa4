using System.Globalization;
using System.Net;
using System.Reflection;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Models;

public class ModelTextTests
{
    private static readonly Workspace Acme = new()
    {
        Id = Given.WorkspaceId,
        Slug = "acme",
        Name = "Acme",
        Environment = WorkspaceEnvironment.Staging,
        Region = WorkspaceRegion.UsEast1,
        CreatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        UpdatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 120, TimeSpan.FromHours(-3)),
    };

    /// <summary>Calendars, digits and signs of their own.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void A_model_prints_the_same_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Acme.ToString()
                .Should()
                .Be(
                    $"Workspace {{ Id = {Given.WorkspaceId}, Slug = acme, Name = Acme, Environment = staging, BackendOrgId = null, Region = us-east-1, "
                        + "ConnectorType = null, ProvisionedAt = null, CreatedAt = 2026-01-02T03:04:05+00:00, UpdatedAt = 2026-01-02T03:04:05.12-03:00 }"
                );
            new WorkspacePage { Items = [Acme, Acme], ContinuationToken = -5 }
                .ToString()
                .Should()
                .Be("WorkspacePage { Items = [2 items], HasMore = False, ContinuationToken = -5, Total = null }");
            new Page<int>([1], -5, 6).ToString().Should().Be("Page { Items = [1 items], ContinuationToken = -5, Total = 6 }");
            new RateLimit(60, -1, Acme.CreatedAt)
                .ToString()
                .Should()
                .Be("RateLimit { Limit = 60, Remaining = -1, Reset = 2026-01-02T03:04:05+00:00 }");
            new ListWorkspacesOptions { ContinuationToken = -1 }
                .ToString()
                .Should()
                .Be("ListWorkspacesOptions { PageSize = 100, ContinuationToken = -1, ReadAhead = 0 }");
            new Optional<DateTimeOffset>(Acme.CreatedAt).ToString().Should().Be("2026-01-02T03:04:05+00:00");
            new ApiResponse<Page<int>>(new([], -5, null), HttpStatusCode.Created, "req-1", attempts: 2)
                .ToString()
                .Should()
                .Be("201 after 2 attempts, request req-1: Page { Items = [0 items], ContinuationToken = -5, Total = null }");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_a_check_warns_of_is_printed_and_a_phone_number_is_not()
    {
        new EnvironmentCheck
        {
            Current = "staging",
            Target = "production",
            Warnings = ["No BAA", "No SSO"],
        }
            .ToString()
            .Should()
            .Be("EnvironmentCheck { Current = staging, Target = production, Warnings = [No BAA; No SSO] }");
        new TestCallerNumbers { Numbers = ["+12025550100"] }
            .ToString()
            .Should()
            .Be("TestCallerNumbers { Numbers = [1 items] }");
    }

    [Fact]
    public void Options_print_what_is_set_and_no_key()
    {
        new WorkspacesClientOptions { ApiKey = Given.Key, MaxRetries = 3 }
            .ToString()
            .Should()
            .StartWith("WorkspacesClientOptions { BaseAddress = https://api.platform.amigo.ai/, ApiKey = (set), ApiKeyProvider = null, ")
            .And.Contain("AttemptTimeout = 00:00:30, ")
            .And.Contain("MaxRetries = 3, ")
            .And.NotContain(Given.Key);
        new RequestOptions
        {
            ApiKey = Given.Key,
            Headers = new Dictionary<string, string> { ["X-Secret"] = Given.Key },
        }
            .ToString()
            .Should()
            .Be("RequestOptions { ApiKey = (set), Timeout = null, MaxRetries = null, SkipValidation = False, Headers = [1 items] }");
    }

    [Fact]
    public void No_public_type_prints_only_its_name()
    {
        var silent =
            from type in typeof(WorkspacesClient).Assembly.GetExportedTypes()
            where type is { IsAbstract: false, IsEnum: false } || type == typeof(AsyncPageable<>)
            where !type.Name.Contains("Converter", StringComparison.Ordinal)
            where
                type.GetMethod("ToString", BindingFlags.Public | BindingFlags.Instance, [])!.DeclaringType is var declaring
                && (declaring == typeof(object) || declaring == typeof(ValueType))
            select type.Name;

        silent.Should().BeEmpty();
    }
}
