namespace Amigo.Workspaces.Client.Validation;

/// <summary>
/// Which of <c>a-z</c> and <c>0-9</c> stand for the letters and digits of European names. A table of our own, because the framework's
/// decomposition does nothing without ICU, and one clinic would get two slugs.
/// </summary>
internal static class LatinLetters
{
    private static readonly (string Ascii, string Letters)[] Table =
    [
        ("a", "ªÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧȺḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặₐÅＡａⱥ"),
        ("ae", "ÆæǢǣǼǽ"),
        ("b", "ƀƁɃḂḃḄḅḆḇＢｂɓ"),
        ("c", "ÇçĆćĈĉĊċČčȻȼḈḉＣｃ"),
        ("d", "ÐðĎďĐđƉƊḊḋḌḍḎḏḐḑḒḓＤｄɗɖ"),
        ("dz", "ǄǅǆǱǲǳ"),
        ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěƏƐȄȅȆȇȨȩɆɇḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệₑＥｅəɛ"),
        ("f", "ƑƒḞḟＦｆ"),
        ("ff", "ﬀ"),
        ("ffi", "ﬃ"),
        ("ffl", "ﬄ"),
        ("fi", "ﬁ"),
        ("fl", "ﬂ"),
        ("g", "ĜĝĞğĠġĢģƓǤǥǦǧǴǵḠḡＧｇɠ"),
        ("h", "ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖₕＨｈ"),
        ("i", "ⅠⅰÌÍÎÏìíîïĨĩĪīĬĭĮįİıƖƗǏǐȈȉȊȋḬḭḮḯỈỉỊịⁱＩｉɩɨ"),
        ("ii", "Ⅱⅱ"),
        ("iii", "Ⅲⅲ"),
        ("ij", "Ĳĳ"),
        ("iv", "Ⅳⅳ"),
        ("ix", "Ⅸⅸ"),
        ("j", "ĴĵǰȷɈɉＪｊ"),
        ("k", "ĶķĸƘƙǨǩḰḱḲḳḴḵₖKＫｋ"),
        ("l", "ĹĺĻļĽľĿŀŁłƚȽḶḷḸḹḺḻḼḽₗＬｌⱢɫ"),
        ("lj", "Ǉǈǉ"),
        ("m", "ḾḿṀṁṂṃₘＭｍ"),
        ("n", "ÑñŃńŅņŇňŉƝǸǹṄṅṆṇṈṉṊṋⁿₙＮｎɲ"),
        ("ng", "Ŋŋ"),
        ("nj", "Ǌǋǌ"),
        ("no", "№"),
        ("o", "ºÒÓÔÕÖØòóôõöøŌōŎŏŐőƆƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợₒＯｏɔ"),
        ("oe", "Œœ"),
        ("p", "ṔṕṖṗₚＰｐ"),
        ("q", "Ｑｑ"),
        ("r", "ŔŕŖŗŘřȐȑȒȓɌɍṘṙṚṛṜṝṞṟＲｒ"),
        ("s", "ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛₛＳｓ"),
        ("sm", "℠"),
        ("ss", "ßẞ"),
        ("st", "ﬅﬆ"),
        ("t", "ŢţŤťŦŧȚțȾṪṫṬṭṮṯṰṱẗₜＴｔⱦ"),
        ("th", "Þþ"),
        ("tm", "™"),
        ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗɄṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰựＵｕʉ"),
        ("v", "ⅤⅴƲṼṽṾṿＶｖʋ"),
        ("vi", "Ⅵⅵ"),
        ("vii", "Ⅶⅶ"),
        ("viii", "Ⅷⅷ"),
        ("w", "ŴŵẀẁẂẃẄẅẆẇẈẉẘＷｗ"),
        ("x", "ⅩⅹẊẋẌẍₓＸｘ"),
        ("xi", "Ⅺⅺ"),
        ("xii", "Ⅻⅻ"),
        ("y", "ÝýÿŶŷŸƳƴȲȳɎɏẎẏẙỲỳỴỵỶỷỸỹＹｙ"),
        ("z", "ŹźŻżŽžƵƶẐẑẒẓẔẕＺｚ"),
        ("0", "⁰₀０⓪"),
        ("1", "¹₁１①"),
        ("2", "²₂２②"),
        ("3", "³₃３③"),
        ("4", "⁴₄４④"),
        ("5", "⁵₅５⑤"),
        ("6", "⁶₆６⑥"),
        ("7", "⁷₇７⑦"),
        ("8", "⁸₈８⑧"),
        ("9", "⁹₉９⑨"),
    ];

    private static readonly Dictionary<char, string> AsciiOf = Table
        .SelectMany(row => row.Letters.Select(letter => (letter, row.Ascii)))
        .ToDictionary(pair => pair.letter, pair => pair.Ascii);

    /// <summary>What stands for a character beyond ASCII; <see langword="null" /> when nothing does.</summary>
    public static string? Find(char character) => AsciiOf.TryGetValue(character, out var ascii) ? ascii : null;

    /// <summary>Whether a character only changes the one before it, or is not seen at all.</summary>
    public static bool IsMarkOrInvisible(char character) =>
        character
            is (>= '\u0300' and <= '\u036F') // combining accents, and their supplements
                or (>= '\u1AB0' and <= '\u1AFF')
                or (>= '\u1DC0' and <= '\u1DFF')
                or (>= '\u20D0' and <= '\u20FF')
                or (>= '\uFE00' and <= '\uFE0F') // variation selectors
                or (>= '\uFE20' and <= '\uFE2F')
                or '\u00AD' // soft hyphen
                or '\u061C'
                or '\u180E'
                or (>= '\u200B' and <= '\u200F') // zero width, and direction marks
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2060' and <= '\u206F') // word joiner, invisible operators, isolates
                or '\uFEFF';
}
