using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace WorkspaceClients.Tests;

/// <summary>Texts, from the everyday to the absurd.</summary>
public static class Texts
{
    private static readonly Gen<char> Character = Gen.Frequency(
            (8, Gen.Choose(' ', '~')),
            (2, Gen.Choose('\0', '\x1f')),
            (2, Gen.Choose('\x7f', '\u024f')),
            (1, Gen.Choose('\u0300', '\u036f')),
            (1, Gen.Choose('\ud800', '\udfff')),
            (1, Gen.Choose(char.MinValue, char.MaxValue))
        )
        .Select(code => (char)code);

    /// <summary>Any characters, lone surrogates too.</summary>
    public static readonly Gen<string> Any = Character.ArrayOf().Select(characters => new string(characters));

    /// <summary>What can be written as Unicode at all.</summary>
    public static readonly Gen<string> Unicode = Any.Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));

    public static readonly Gen<string> Digits = Gen.Choose('0', '9')
        .Select(code => (char)code)
        .ArrayOf()
        .Select(digits => new string(digits));

    /// <summary>Several pieces in a row.</summary>
    public static Gen<string> Of(params string[] pieces) => Gen.Elements(pieces).ArrayOf().Select(string.Concat);
}
