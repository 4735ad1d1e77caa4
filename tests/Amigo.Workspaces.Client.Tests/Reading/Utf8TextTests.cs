using System.Text;

namespace Amigo.Workspaces.Client.Tests.Reading;

public class Utf8TextTests
{
    [Fact]
    public void A_byte_order_mark_is_taken_off_once()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];

        Utf8Text.WithoutByteOrderMark((ReadOnlySpan<byte>)[.. mark, .. mark, 1]).ToArray().Should().Equal([.. mark, 1]);
        Utf8Text.WithoutByteOrderMark(new ReadOnlyMemory<byte>([.. mark, 1])).ToArray().Should().Equal(1);
        Utf8Text.WithoutByteOrderMark((ReadOnlySpan<byte>)[0xEF, 0xBB]).ToArray().Should().Equal(0xEF, 0xBB);
        Utf8Text.WithoutByteOrderMark(ReadOnlySpan<byte>.Empty).Length.Should().Be(0);
    }

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("aé", 2, "a")]
    [InlineData("aé", 3, "aé")]
    [InlineData("a😀b", 4, "a")]
    [InlineData("a😀b", 5, "a😀")]
    [InlineData("😀", 3, "")]
    [InlineData("\u007f\u0080", 2, "\u007f")]
    [InlineData("\u0080\u0080\u0080", 5, "\u0080\u0080")]
    [InlineData("\u07ff\u0800", 4, "\u07ff")]
    [InlineData("\u0800\u0800", 5, "\u0800")]
    [InlineData("\u0800\u0800\u0800", 6, "\u0800\u0800")]
    public void A_text_is_cut_to_so_many_bytes_and_never_within_a_character(string text, int bytes, string expected)
    {
        Utf8Text.CutToBytes(text, bytes).Should().Be(expected);
        Encoding.UTF8.GetByteCount(expected).Should().BeLessThanOrEqualTo(bytes);
    }

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 5, "longe…")]
    [InlineData("a\r\nb\tc\0d", 20, "a  b c d")]
    [InlineData("a\u2028b\u2029c\u0085d\u007fe", 20, "a b c d e")]
    [InlineData("", 5, "")]
    [InlineData("ab😀cd", 3, "ab…")]
    [InlineData("ab😀cd", 4, "ab😀…")]
    public void A_text_becomes_part_of_one_short_line(string text, int length, string expected) =>
        Utf8Text.OneLine(text, length).Should().Be(expected);
}
