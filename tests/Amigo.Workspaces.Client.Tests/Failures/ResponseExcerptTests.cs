using System.Net;
using System.Text;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Failures;

/// <summary>What an exception keeps of an error's body.</summary>
public class ResponseExcerptTests
{
    private const int MaxBytes = 8 * 1024;

    [Fact]
    public void A_short_body_is_kept_whole() => Excerpt("""{"detail":"Übel"}""").Should().Be("""{"detail":"Übel"}""");

    [Fact]
    public void An_empty_body_is_none() => Excerpt("").Should().BeNull();

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("😀")]
    public void A_long_body_is_cut_to_8_kb_and_never_within_a_character(string character)
    {
        var kept = Excerpt("x" + string.Concat(Enumerable.Repeat(character, 20_000)))!;

        Encoding.UTF8.GetByteCount(kept).Should().BeInRange(MaxBytes - 3, MaxBytes);
        kept.Should().NotContain("\uFFFD");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_replaced()
    {
        Keep([0xFF, (byte)'a', 0xC3], "amg_live_key").Should().Be("\uFFFDa\uFFFD");
    }

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    [InlineData(5_000)]
    [InlineData(10_000)]
    public void No_part_of_a_key_is_left_where_the_body_is_cut(int keyLength)
    {
        // Repeated without a gap, so that wherever a cut falls it falls within a key.
        var key = string.Concat(Enumerable.Range(0, keyLength).Select(i => (char)('!' + (i % 90)))).Replace('\\', 'x').Replace('"', 'y');

        var kept = Excerpt(string.Concat(Enumerable.Repeat(key, 60_000 / keyLength)) + new string(' ', 100), key)!;

        kept.Replace("[redacted]", "", StringComparison.Ordinal).Trim(' ').Length.Should().BeLessThan("[redacted]".Length);
    }

    private static string? Excerpt(string body, string key = "amg_live_key") => Keep(Encoding.UTF8.GetBytes(body), key);

    private static string? Keep(byte[] body, string key)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.BadRequest);
        using var built = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1", UriKind.Relative));
        var settings = ClientSettings.From(Given.Options(new Uri("https://api.example")));
        var call = new Call(Operations.GetWorkspace, built, null, settings, CancellationToken.None);
        call.Uses(new ApiKey(key));
        return FailureReader.FromStatus(response, body, call).ResponseBody;
    }
}
