using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>Reads and writes a <see cref="ConversionTarget" /> as <c>production</c> or <c>staging</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConversionTargetConverter()
    : JsonStringEnumConverter<ConversionTarget>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
