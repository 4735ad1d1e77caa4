using System.Globalization;

namespace Amigo.Workspaces.Emulator.Tests;

/// <summary>What a failed assertion shows of the emulator's records.</summary>
public sealed class RecordTextTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, 120, TimeSpan.Zero);

    /// <summary>Calendars, digits and signs of their own.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    public void It_is_the_same_in_every_culture_and_shows_no_key_and_no_phone_number(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            new AppliedChange("archive-workspace", Guid.Empty, At)
                .ToString()
                .Should()
                .Be($"AppliedChange {{ OperationId = archive-workspace, WorkspaceId = {Guid.Empty}, At = 2026-01-02T03:04:05.12+00:00 }}");
            new EmulatedWorkspace
            {
                Id = Guid.Empty,
                Slug = "acme",
                Name = "Acme",
                Environment = "staging",
                Region = "us-east-1",
                CreatedAt = At,
                UpdatedAt = At,
                TestCallerNumbers = ["+12025550100"],
            }
                .ToString()
                .Should()
                .Be(
                    $"EmulatedWorkspace {{ Id = {Guid.Empty}, Slug = acme, Name = Acme, Environment = staging, BackendOrgId = null, "
                        + "Region = us-east-1, ConnectorType = null, ProvisionedAt = null, CreatedAt = 2026-01-02T03:04:05.12+00:00, "
                        + "UpdatedAt = 2026-01-02T03:04:05.12+00:00, ArchivedAt = null, TestCallerNumbers = [1 items] }"
                );
            new RecordedRequest
            {
                Method = "GET",
                Path = "/v1/workspaces",
                Query = "limit=1",
                Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer secret" },
                Body = "",
                OperationId = "list-workspaces",
                StatusCode = 200,
                ReceivedAt = At,
                Role = WorkspaceRole.Owner,
                Duration = TimeSpan.FromMilliseconds(1.5),
            }
                .ToString()
                .Should()
                .Be(
                    "RecordedRequest { Method = GET, Path = /v1/workspaces, Query = limit=1, Headers = [1 items], Body = , "
                        + "OperationId = list-workspaces, StatusCode = 200, ReceivedAt = 2026-01-02T03:04:05.12+00:00, Role = Owner, "
                        + "Fault = null, ResponseBody = , Duration = 00:00:00.0015000 }"
                );
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
