using Fuzz;

namespace Amigo.Workspaces.Cli.Tests;

/// <summary>What eng/fuzz.sh begins with, and what it has found: bytes of strangers, for the readers of both clients and of the manifest.</summary>
public class FuzzCorpusTests
{
    public static TheoryData<string, string> Files { get; } =
    [
        .. from reader in Readers.All.Keys
        from file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "corpus", reader))
        select (reader, Path.GetFileName(file)),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_reader_ends_as_it_is_documented(string reader, string file)
    {
        var content = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "corpus", reader, file));

        var reading = () => Readers.All[reader](content);

        reading.Should().NotThrow();
    }
}
