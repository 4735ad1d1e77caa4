using System.Text;
using System.Text.Json;
using Amigo.Workspaces.Client.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Amigo.Workspaces.Client.Tests.Properties;

/// <summary>The reader written by hand reads exactly what the framework's reader does, or refuses as it does.</summary>
public class WorkspaceReaderProperties
{
    private static readonly string[] Dates = ["provisioned_at", "created_at", "updated_at"];

    private static readonly string[] OddValues =
    [
        "null",
        "true",
        "0",
        "-1.5e3",
        "1e999",
        "\"\"",
        "\"text\"",
        "\"\\u0041\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud800\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "{}",
        "[]",
        "{\"id\":null,\"slug\":[1,{\"name\":2}]}",
        "[[[[[[]]]]]]",
    ];

    private static readonly Gen<string> DateTexts =
        from year in Gen.Elements("2026", "2024", "0001", "9999", "0000", "1")
        from month in Gen.Elements("01", "02", "12", "13", "00")
        from day in Gen.Elements("01", "28", "29", "30", "31", "00")
        from separator in Gen.Elements("T", "T", "T", "t", " ", "_", "")
        from time in Gen.Elements("00:00:00", "23:59:59", "24:00:00", "12:60:00", "12:00:60", "1:00:00")
        from fraction in Gen.Elements("", "", ".1", ".123456", ".9999999", ".123456789012", ".", ",5")
        from offset in Gen.Elements(
            "",
            "Z",
            "z",
            "+00:00",
            "-00:00",
            "+05:30",
            "-14:00",
            "+14:01",
            "-23:59",
            "+24:00",
            "+0100",
            "Z ",
            "+01:60"
        )
        select $"{year}-{month}-{day}{separator}{time}{fraction}{offset}";

    private static readonly Gen<string> GoodDateTexts =
        from day in Gen.Choose(1, 28)
        from fraction in Gen.Elements("", ".5", ".123456", ".1234567890")
        from offset in Gen.Elements("", "Z", "z", "+05:30", "-14:00", "-23:59")
        select $"2026-02-{day:00}T03:04:05{fraction}{offset}";

    private static readonly Gen<string> Bodies =
        from members in Gen.CollectToArray(OpenApiFile.RequiredOf("WorkspaceResponse"), Member)
        from extra in Gen.Frequency((3, Gen.Constant("")), (1, AnyMember()))
        from order in Gen.Frequency((2, Gen.Constant(members)), (1, Gen.Shuffle(members)))
        from space in Gen.Elements("", " ", "\n\t")
        from end in Gen.Frequency((20, Gen.Constant("")), (1, Gen.Elements(" ", "x", "}", ",", "null")))
        select $"{{{space}{string.Join("," + space, order.Append(extra).Where(member => member.Length > 0))}{space}}}{end}";

    [Fact]
    public void It_reads_what_the_frameworks_reader_reads()
    {
        var read = 0;
        var refused = 0;
        Fuzz.ForAll(
            15,
            Bodies,
            body =>
            {
                var expected = ReferenceWorkspaceReader.Read(body);
                var actual = ResponseReader.Read(Encoding.UTF8.GetBytes(body), ResponseJson.Default.Workspace, out var problem);

                actual.Should().Be(expected);
                problem.Length.Should().Be(expected is null ? problem.Length : 0);
                actual?.CreatedAt.Offset.Should().Be(expected!.CreatedAt.Offset);
                actual?.UpdatedAt.Offset.Should().Be(expected!.UpdatedAt.Offset);
                actual?.ProvisionedAt?.Offset.Should().Be(expected!.ProvisionedAt!.Value.Offset);
                _ = expected is null ? refused++ : read++;
            }
        );

        // Cases that all fall on one side would prove nothing.
        read.Should().BeGreaterThan(refused / 20);
        refused.Should().BeGreaterThan(read / 20);
    }

    private static Gen<string> Member(string name) =>
        from good in GoodValue(name)
        from odd in Gen.OneOf(Gen.Elements(OddValues), DateTexts.Select(Quoted), Texts.Unicode.Select(Quoted))
        from isOdd in Gen.Frequency((30, Gen.Constant(false)), (1, Gen.Constant(true)))
        from writtenName in Gen.Frequency((30, Gen.Constant(name)), (2, Gen.Constant(Escaped(name))), (1, Gen.Constant("")))
        select writtenName.Length == 0 ? "" : $"\"{writtenName}\":{(isOdd ? odd : good)}";

    /// <summary>A member that is there already, or that nobody knows.</summary>
    private static Gen<string> AnyMember() =>
        from name in Gen.Elements(
            "id",
            "slug",
            "created_at",
            "connector_type",
            "ID",
            "Slug",
            "unknown",
            "a_name_longer_than_any_other",
            "",
            "\\u00e9"
        )
        from value in Gen.OneOf(Gen.Elements(OddValues), GoodValue(name))
        select $"\"{name}\":{value}";

    private static Gen<string> GoodValue(string name) =>
        name == "id" ? Gen.Elements("\"0b0f7a2e-6a4b-4c9d-9a53-0c8c1f4d2e11\"", "\"0B0F7A2E-6A4B-4C9D-9A53-0C8C1F4D2E11\"")
        : name == "provisioned_at" ? GoodDateTexts.Select(Quoted).Or(Gen.Constant("null"))
        : Dates.Contains(name) ? Gen.Frequency((10, GoodDateTexts.Select(Quoted)), (1, DateTexts.Select(Quoted)))
        : Texts.Unicode.Select(Quoted);

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static string Escaped(string name) => $"\\u{(int)name[0]:x4}{name[1..]}";
}
