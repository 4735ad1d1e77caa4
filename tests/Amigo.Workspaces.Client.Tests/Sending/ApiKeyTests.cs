using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amigo.Workspaces.Client.Tests.Sending;

public class ApiKeyTests
{
    private const string Plain = "amg_live_5up3rS3cr3tK3y";

    /// <summary>A key that looks different in JSON and in an address.</summary>
    private const string Odd = "amg+live/5up3r\"S3cr3t\\K3y=<&>'";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void It_prints_as_nothing() => new ApiKey(Plain).ToString().Should().Be("[redacted]");

    [Theory]
    [InlineData(Plain, "[redacted]")]
    [InlineData("Bearer " + Plain + ", Bearer " + Plain, "Bearer [redacted], Bearer [redacted]")]
    [InlineData("x" + Plain + "x", "x[redacted]x")]
    [InlineData("AMG_LIVE_5UP3RS3CR3TK3Y", "AMG_LIVE_5UP3RS3CR3TK3Y")]
    [InlineData("nothing of the kind", "nothing of the kind")]
    [InlineData("", "")]
    public void It_is_struck_from_a_text(string text, string expected) => new ApiKey(Plain).Redact(text).Should().Be(expected);

    [Fact]
    public void It_is_struck_in_every_form_that_a_service_may_echo()
    {
        var key = new ApiKey(Odd);

        key.Redact(Odd).Should().Be("[redacted]");
        key.Redact(JsonSerializer.Serialize(Odd)).Should().Be("\"[redacted]\"");
        key.Redact(JsonSerializer.Serialize(Odd, Relaxed)).Should().Be("\"[redacted]\"");
        key.Redact("https://api.example/?key=" + Uri.EscapeDataString(Odd)).Should().Be("https://api.example/?key=[redacted]");
    }

    [Theory]
    [InlineData("key abc is bad", "key [redacted] is bad")]
    [InlineData("abc", "[redacted]")]
    [InlineData("\"abc\"", "\"[redacted]\"")]
    [InlineData("abc abc,abc", "[redacted] [redacted],[redacted]")]
    [InlineData("abcd xabc 1abc abc1", "abcd xabc 1abc abc1")]
    [InlineData("abcabc", "abcabc")]
    public void A_short_one_is_struck_only_where_it_stands_alone(string text, string expected) =>
        new ApiKey("abc").Redact(text).Should().Be(expected);

    [Theory]
    [InlineData("""5up3r\S3cr3t""")]
    [InlineData("""5up3r\\S3cr3t""")]
    [InlineData("""5up3rS3cr3t\""")]
    [InlineData("""\5up3rS3cr3t\\""")]
    public void Backslashes_in_it_are_struck_plain_and_escaped_with_nothing_left_over(string value)
    {
        var key = new ApiKey(value);

        key.Redact($"a {value} b").Should().Be("a [redacted] b");
        key.Redact($"a {value.Replace("\\", @"\\", StringComparison.Ordinal)} b").Should().Be("a [redacted] b");
    }

    [Fact]
    public void What_only_looks_like_an_escape_of_it_stays()
    {
        var key = new ApiKey("5up3r-S3cr3t");

        key.Redact(@"5up3r\-S3cr3t").Should().Be("[redacted]");
        key.Redact(@"5up3r\?S3cr3t").Should().Be(@"5up3r\?S3cr3t");
    }

    [Fact]
    public void An_exception_that_holds_it_is_told_by_its_kind_and_its_words() =>
        Secrets
            .None.With(new ApiKey(Plain))
            .Redact(new IOException("Bearer " + Plain + " was refused"))
            .Message.Should()
            .Be("IOException: Bearer [redacted] was refused");

    [Fact]
    public void One_that_is_a_part_of_the_stand_in_does_no_harm()
    {
        new ApiKey("redacted").Redact("redacted redacted").Should().NotContain("redacted redacted");
        new ApiKey("r").Redact("r r").Should().Be("[redacted] [redacted]");
    }

    [Fact]
    public void An_exception_without_it_stays_the_same()
    {
        var exception = new IOException("broken", new InvalidOperationException("deeper") { Data = { ["host"] = "example" } });

        Secrets.None.With(new ApiKey(Plain)).Redact(exception).Should().BeSameAs(exception);
    }

    [Fact]
    public void A_key_of_escape_characters_is_struck_in_no_time()
    {
        var key = new ApiKey(new string('\\', 300));

        key.Redact(new string('\\', 300) + " and " + new string('\\', 600)).Should().Be("[redacted] and [redacted]");
        key.Redact(string.Concat(Enumerable.Repeat(new string('\\', 299) + "x", 20))).Should().NotContain("redacted");
    }

    [Theory]
    [InlineData("\\")]
    [InlineData("%")]
    [InlineData("%5C")]
    [InlineData("a")]
    public void A_long_key_that_repeats_itself_is_struck_from_a_long_text_before_anybody_loses_patience(string part)
    {
        var key = string.Concat(Enumerable.Repeat(part, 4000 / part.Length));
        var almost = key[..^1] + "x ";
        var text = string.Concat(Enumerable.Repeat(almost, 64 * 1024 / almost.Length)) + '%';

        new ApiKey(key).Redact(text + " " + key).Should().Be(text + " [redacted]");
    }

    [Theory]
    [InlineData(
        "%41bcdefgh",
        "x%41bcdefgh x%2541bcdefgh x%25%34%31bcdefgh x%5Cu0041bcdefgh",
        "x[redacted] x[redacted] x[redacted] x%5Cu0041bcdefgh"
    )]
    [InlineData("abcdefgh%", "abcdefgh%25 abcdefgh% abcdefgh%2", "[redacted] [redacted] [redacted]2")]
    [InlineData("u0041-key", "\\u0041-key \\u00750041-key", "\\[redacted] [redacted]")]
    public void Where_a_text_can_be_read_in_two_ways_the_key_is_struck_in_either(string key, string text, string expected) =>
        new ApiKey(key).Redact(text).Should().Be(expected);

    [Fact]
    public void Whatever_the_key_and_however_each_of_its_characters_is_escaped_it_is_struck_whole()
    {
        // Fixed, so that a failure can be repeated.
        var random = new Random(20261201);
        for (var round = 0; round < 3000; round++)
        {
            var key = new string(random.GetItems<char>("\\%u0041cC-", random.Next(8, 150)));
            var echoed = string.Concat(key.Select(character => Escaped(character, random)));

            new ApiKey(key).Redact($"~{echoed}~ {key}~").Should().Be("~[redacted]~ [redacted]~", "of {0} came {1}", key, echoed);
        }
    }

    [Fact]
    public void Every_key_of_a_call_is_struck()
    {
        var secrets = Secrets.None.With(new ApiKey("old-key-12345")).With(new ApiKey("new-key-12345"));

        secrets.Redact("old-key-12345, then new-key-12345").Should().Be("[redacted], then [redacted]");
    }

    [Theory]
    [InlineData("The proxy 'http://user:pass@proxy.example:3128/' said 407", "The proxy 'http://[redacted]@proxy.example:3128/' said 407")]
    [InlineData("http://a:b@c@host http://d:e@host", "http://[redacted]@host http://[redacted]@host")]
    [InlineData("https://host/path@place and me@example.org", "https://host/path@place and me@example.org")]
    public void The_user_of_a_proxy_is_struck(string text, string expected) => Secrets.None.Redact(text).Should().Be(expected);

    public static TheoryData<string> PlacesInAnException =>
        ["message", "inner", "innermost", "aggregate", "data", "data of inner", "data key"];

    [Theory]
    [MemberData(nameof(PlacesInAnException))]
    public void An_exception_that_holds_it_anywhere_is_replaced(string place)
    {
        var bad = new InvalidOperationException("Bearer " + Plain);
        Exception exception = place switch
        {
            "message" => new IOException("Bearer " + Plain),
            "inner" => new IOException("broken", bad),
            "innermost" => new IOException("broken", new IOException("deeper", bad)),
            "aggregate" => new AggregateException(new IOException("broken"), bad),
            "data" => new IOException("broken") { Data = { ["request"] = "Bearer " + Plain } },
            "data of inner" => new IOException("broken", new IOException("deeper") { Data = { ["request"] = "Bearer " + Plain } }),
            _ => new IOException("broken") { Data = { [Plain] = "request" } },
        };

        var redacted = Secrets.None.With(new ApiKey(Plain)).Redact(exception);

        redacted.ToString().Should().NotContain(Plain).And.Contain(exception.GetType().Name);
        redacted.InnerException.Should().BeNull();
        redacted.Data.Count.Should().Be(0);
    }

    private static string Escaped(char character, Random random) =>
        random.Next(5) switch
        {
            0 => $"\\u{(int)character:x4}",
            1 => $"%{(int)character:X2}",
            2 when !char.IsAsciiLetterOrDigit(character) => $"\\{character}",
            _ => character.ToString(),
        };
}
