using System.ComponentModel;
using System.Globalization;

namespace Amigo.Workspaces.Client.Models;

/// <summary>Turns an open enum into its wire string and back, for tools that know no System.Text.Json: binders, Newtonsoft, XAML.</summary>
internal abstract class WireStringTypeConverter<T>(Func<string, T> fromWire) : TypeConverter
    where T : struct
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? fromWire(text) : base.ConvertFrom(context, culture, value);
}
