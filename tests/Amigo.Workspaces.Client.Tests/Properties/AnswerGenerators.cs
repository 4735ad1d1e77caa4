using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Amigo.Workspaces.Client.Tests.Properties;

/// <summary>Answers that no service should give.</summary>
internal static class AnswerGenerators
{
    private static readonly byte[][] Splinters =
    [
        .. new[]
        {
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "null",
            "true",
            "-",
            "0",
            "1e999",
            "-1e-999",
            "1.0",
            "\"\\ud800\"",
            "\"\\udfff\\ud800\"",
            "\\u0000",
            "\"detail\":",
            "\"items\":",
            "\"slug\":",
            "\"id\":",
            "\"loc\":",
            "\"\":",
            "/*",
            "//",
            "\r\n",
            " ",
            "\uFEFF",
            "<html>",
            new string('9', 400),
            new string('[', 70),
            new string('[', 3_000),
            string.Concat(Enumerable.Repeat("{\"a\":", 70)),
        }.Select(Encoding.UTF8.GetBytes),
        [0x00],
        [0xFF],
        [0xC0, 0x80],
        [0xED, 0xA0, 0x80],
        [0xF4, 0x90, 0x80, 0x80],
        [0xE2, 0x82],
        Encoding.Unicode.GetBytes("{}"),
        Encoding.UTF8.GetBytes("Bearer " + Support.Given.Key),
    ];

    private static readonly Gen<byte[]> Splinter = Gen.Elements(Splinters);

    private static readonly Gen<byte[]> RandomBytes = Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf();

    private static readonly Gen<byte[]> Soup = Splinter.ArrayOf().Select(pieces => pieces.Take(40).SelectMany(piece => piece).ToArray());

    public static readonly Gen<AnswerCase> Random = Cases(_ => RandomBytes.Or(RandomBytes.Select(bytes => (byte[])[(byte)'{', .. bytes])));

    public static readonly Gen<AnswerCase> Soups = Cases(_ => Soup);

    public static readonly Gen<AnswerCase> Mutations = Cases(operationId =>
        from valid in Gen.Frequency((3, Gen.Constant(AnswerCases.ValidBody(operationId))), (2, Gen.Elements(AnswerCases.ErrorBodies)))
        from changes in Gen.Choose(1, 4).SelectMany(count => Change.ArrayOf(count))
        select changes.Aggregate(Encoding.UTF8.GetBytes(valid), (body, change) => change(body))
    );

    /// <summary>A change at some place, given in thousandths of the body.</summary>
    private static Gen<Func<byte[], byte[]>> Change =>
        from at in Gen.Choose(0, 1_000)
        from length in Gen.Choose(1, 40)
        from kind in Gen.Choose(0, 5)
        from flip in Gen.Choose(1, 255)
        from splinter in Splinter
        select (Func<byte[], byte[]>)(body => Changed(body, (int)((long)body.Length * at / 1_000), length, kind, (byte)flip, splinter));

    private static byte[] Changed(byte[] body, int at, int length, int kind, byte flip, byte[] splinter)
    {
        var before = body[..at];
        var after = body[Math.Min(body.Length, at + length)..];
        return kind switch
        {
            0 => before,
            1 => [.. before, .. after],
            2 => [.. before, .. splinter, .. body[at..]],
            3 => [.. before, .. splinter, .. after],
            4 => [.. body[..Math.Min(body.Length, at + length)], .. body[at..]],
            _ => [.. body.Select((one, index) => index == at ? (byte)(one ^ flip) : one)],
        };
    }

    private static Gen<AnswerCase> Cases(Func<string, Gen<byte[]>> bodies) =>
        from operationId in Gen.Elements(AnswerCases.Calls.Keys)
        from status in Gen.Elements(AnswerCases.Successes).Or(Gen.Elements(AnswerCases.Errors))
        from body in bodies(operationId)
        select new AnswerCase(operationId, status, body);
}
