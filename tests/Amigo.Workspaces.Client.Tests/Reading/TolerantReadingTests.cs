using System.Globalization;
using System.Text;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Reading;

/// <summary>What one workspace holds must not make the whole page unreadable, as long as it can be understood.</summary>
public class TolerantReadingTests
{
    [Theory]
    [InlineData("""Acme \ud83c Clinic""", "Acme \uFFFD Clinic")]
    [InlineData("""\udf4b""", "\uFFFD")]
    [InlineData("""\uD83C\uD83C\uDF4B""", "\uFFFD\U0001F34B")]
    [InlineData("""\ud83c\udf4b\udf4b""", "\U0001F34B\uFFFD")]
    [InlineData("""\ud83c""", "\uFFFD")]
    [InlineData("""\\ud83c \ud83c""", "\\ud83c \uFFFD")]
    [InlineData("""\\\ud83c\n""", "\\\uFFFD\n")]
    [InlineData("""\ud83c\u0041""", "\uFFFDA")]
    public void Half_a_character_is_the_replacement_character(string written, string read)
    {
        Read(Page(Given.WorkspaceJson.Replace("Acme Clinic", written, StringComparison.Ordinal))).Items[1].Name.Should().Be(read);
    }

    [Fact]
    public void Half_a_character_that_is_encoded_like_a_whole_one_is_the_replacement_character_too()
    {
        var json = Encoding.UTF8.GetBytes(Page(Given.WorkspaceJson.Replace("Acme Clinic", "A@@@í퟿", StringComparison.Ordinal)));
        new byte[] { 0xED, 0xA0, 0xBC }.CopyTo(json.AsSpan(json.AsSpan().IndexOf("@@@"u8)));

        ResponseReader.Read(json, ResponseJson.Default.WorkspacePage, out _)!.Items[0].Name.Should().Be("A\uFFFDí퟿");
    }

    [Fact]
    public void Half_a_character_is_read_wherever_text_can_stand()
    {
        const string half = "\\ud800";
        Read(Page(Given.WorkspaceJson.Replace("\"id\"", $"\"{half}\": \"{half}\", \"id\"", StringComparison.Ordinal)))
            .Items.Should()
            .HaveCount(2);
        var workspace = Read(
            Page(
                Given
                    .WorkspaceJson.Replace("acme-clinic", half, StringComparison.Ordinal)
                    .Replace("staging", half, StringComparison.Ordinal)
                    .Replace("org-1", half, StringComparison.Ordinal)
                    .Replace("us-east-1", half, StringComparison.Ordinal)
                    .Replace("\"epic\"", $"\"{half}\"", StringComparison.Ordinal)
            )
        ).Items[0];
        (workspace.Slug, workspace.Environment.Value, workspace.BackendOrgId, workspace.Region.Value, workspace.ConnectorType?.Value)
            .Should()
            .Be(("\uFFFD", "\uFFFD", "\uFFFD", "\uFFFD", "\uFFFD"));
        Read($$"""{"current":"{{half}}","target":"","warnings":["{{half}}"]}""", ResponseJson.Default.EnvironmentCheck)
            .Warnings.Should()
            .Equal("\uFFFD");
        Read($$"""{"numbers":["{{half}}"]}""", ResponseJson.Default.TestCallerNumbers).Numbers.Should().Equal("\uFFFD");
    }

    [Theory]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z")]
    [InlineData("2016-12-31T23:59:60.5Z", "2017-01-01T00:00:00.5Z")]
    [InlineData("2016-12-31T15:59:60-08:00", "2016-12-31T16:00:00-08:00")]
    [InlineData("2017-01-01T05:29:60+05:30", "2017-01-01T05:30:00+05:30")]
    [InlineData("2026-06-30T23:59:60", "2026-07-01T00:00:00Z")]
    public void A_leap_second_is_the_second_after_it(string written, string read) =>
        Read(Page(Given.WorkspaceJson.Replace("2026-01-01T00:00:00.000001Z", written, StringComparison.Ordinal)))
            .Items[0]
            .CreatedAt.Should()
            .BeExactly(DateTimeOffset.Parse(read, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-01-01T12:00:60Z")]
    [InlineData("2026-01-01T23:58:60Z")]
    [InlineData("2026-01-01T23:59:61Z")]
    [InlineData("2026-01-01T23:59:60+01:00")]
    [InlineData("9999-12-31T23:59:60Z")]
    public void A_second_too_many_at_another_time_is_no_date(string written) =>
        Refused(Page(Given.WorkspaceJson.Replace("2026-01-01T00:00:00.000001Z", written, StringComparison.Ordinal)))
            .Should()
            .EndWith("$.items[0].created_at is not a date and time");

    [Theory]
    [InlineData("3.0", 3)]
    [InlineData("1e2", 100)]
    [InlineData("1.5E1", 15)]
    [InlineData("-0.0", 0)]
    [InlineData("1200e-2", 12)]
    [InlineData("9223372036854775807.000", long.MaxValue)]
    [InlineData("-9223372036854775808.0", long.MinValue)]
    public void A_whole_number_is_read_however_it_is_written(string written, long read)
    {
        var page = Read($$"""{"items":[],"has_more":false,"continuation_token":{{written}},"total":{{written}}}""");

        (page.ContinuationToken, page.Total).Should().Be((read, read));
    }

    [Theory]
    [InlineData("3.5")]
    [InlineData("1e-1")]
    [InlineData("1e19")]
    [InlineData("1e999")]
    [InlineData("9223372036854775808")]
    [InlineData("\"3\"")]
    [InlineData("true")]
    public void Any_other_number_is_refused(string written) =>
        Refused($$"""{"items":[],"has_more":false,"total":{{written}}}""").Should().EndWith("$.total cannot be read");

    [Theory]
    [InlineData(70)]
    [InlineData(5_000)]
    [InlineData(1_000_000)]
    public void A_member_that_is_ignored_nests_as_deep_as_it_likes(int depth)
    {
        var deep = string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));
        var objects = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        var workspace = Given.WorkspaceJson.Replace("\"id\"", $"\"x\": {deep}, \"id\"", StringComparison.Ordinal);

        Read($$"""{"y":{{objects}},"items":[{{workspace}}],"has_more":false}""").Items.Should().ContainSingle();
        Read($$"""{"workspace":{{workspace}},"z":{{deep}}}""", ResponseJson.Default.ProvisionResult)
            .Workspace.Slug.Should()
            .Be("acme-clinic");
    }

    [Fact]
    public void What_is_missing_beside_a_deep_member_is_still_named() =>
        Refused($$"""{"y":{{new string('[', 1_000_000)}}{{new string(']', 1_000_000)}},"has_more":false}""")
            .Should()
            .EndWith("$.items is missing");

    private static string Page(string workspace) => $$"""{"items":[{{workspace}},{{workspace}}],"has_more":false}""";

    private static WorkspacePage Read(string json) => Read(json, ResponseJson.Default.WorkspacePage);

    private static T Read<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        var value = ResponseReader.Read(Encoding.UTF8.GetBytes(json), type, out var problem);
        problem.Should().BeEmpty();
        return value!;
    }

    private static string Refused(string json)
    {
        ResponseReader.Read(Encoding.UTF8.GetBytes(json), ResponseJson.Default.WorkspacePage, out var problem).Should().BeNull();
        return problem;
    }
}
