using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WorkspaceClients.Tests.Security;

/// <summary>Everything that a program could see, print or store of a client's work, and the search of it for a key.</summary>
/// <param name="client">The assembly of the client, whose name is that of its telemetry too.</param>
public sealed class Evidence(Assembly client) : IDisposable
{
    private const int Depth = 6;

    private readonly List<(string Where, string Text)> _kept = [];
    private readonly TraceRecorder _traces = new(sources: _ => true);
    private readonly MeterRecorder _meters = new(meters: _ => true);

    public LogBook Log { get; } = new();

    public int Exceptions { get; private set; }

    public void Dispose()
    {
        _traces.Dispose();
        _meters.Dispose();
    }

    /// <summary>Keeps what an exception says, member by member.</summary>
    public void Keep(string where, Exception exception)
    {
        Exceptions++;
        Walk($"{where}: {exception.GetType().Name}", exception, Depth, new HashSet<object>(ReferenceEqualityComparer.Instance));
        foreach (var property in PublicProperties(exception.GetType()).Where(property => IsOurs(property.DeclaringType!)))
        {
            _kept.Add(($"{where}: JSON of {property.Name}", JsonSerializer.Serialize(property.GetValue(exception))));
        }
    }

    /// <summary>Keeps what a value prints, and how it serializes; its own members are the caller's.</summary>
    public void Keep<T>(string where, T value)
        where T : notnull
    {
        _kept.Add(($"{where}: ToString", value.ToString()!));
        _kept.Add(($"{where}: JSON", JsonSerializer.Serialize(value)));
    }

    /// <summary>Keeps what an object prints.</summary>
    public void KeepText(string where, object value) => _kept.Add((where, value.ToString()!));

    /// <param name="key">The key, or another secret.</param>
    /// <param name="except">Words of the places where the caller's own words may stand.</param>
    public void ShouldHoldNothingOf(string key, params string[] except)
    {
        var forms = new[]
        {
            key,
            JsonEncodedText.Encode(key).ToString(),
            JsonEncodedText.Encode(key, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
            Uri.EscapeDataString(key),
            UrlEscapedInLowerCase(key),
        };
        var findings = All()
            .Where(evidence => !except.Any(place => evidence.Where.Contains(place, StringComparison.Ordinal)))
            .Where(evidence => forms.Any(form => evidence.Text.Contains(form, StringComparison.Ordinal)))
            .Select(evidence => $"{evidence.Where}: {evidence.Text}");

        findings.Should().BeEmpty();
        Log.Entries.Should().NotBeEmpty();
        _traces.Stopped.Should().Contain(activity => activity.Source.Name == client.GetName().Name);
        _traces.Stopped.Should().Contain(activity => activity.Source.Name == "System.Net.Http");
        _meters.All.Should().Contain(measured => measured.Name.StartsWith("http.client.", StringComparison.Ordinal));
    }

    /// <summary>Some encoders write the digits of an escape in lower case.</summary>
    public static string UrlEscapedInLowerCase(string key) =>
        Regex.Replace(Uri.EscapeDataString(key), "%..", escape => escape.Value.ToLowerInvariant());

    private IEnumerable<(string Where, string Text)> All() =>
        _kept.Concat(LogTexts()).Concat(TraceTexts()).Concat(BaggageTexts()).Concat(MeterTexts());

    private IEnumerable<(string Where, string Text)> LogTexts() =>
        from entry in Log.Entries
        from text in entry.State.Select(pair => $"{pair.Key}={pair.Value}").Append(entry.Message).Append(entry.Exception?.ToString() ?? "")
        select ($"log {entry.Category} {entry.EventId}", text);

    private IEnumerable<(string Where, string Text)> TraceTexts() =>
        from activity in _traces.Stopped
        from text in activity
            .TagObjects.Concat(EventsOf(activity).SelectMany(happened => happened.Tags))
            .Select(tag => $"{tag.Key}={tag.Value}")
            .Append($"{activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {activity.TraceStateString}")
            .Concat(EventsOf(activity).Select(happened => happened.Name))
        select ($"activity {activity.Source.Name}", text);

    private IEnumerable<(string Where, string Text)> BaggageTexts() =>
        from activity in _traces.Stopped
        from item in activity.Baggage
        select ($"baggage of {activity.Source.Name}", $"{item.Key}={item.Value}");

    /// <summary>
    /// The runtime's own activity holds the runtime's own exception, which quotes a line that was to be a status line or a header. Only who does
    /// without its trace propagation can turn that off, so it is not the client's to promise.
    /// </summary>
    private static IEnumerable<ActivityEvent> EventsOf(Activity activity) =>
        activity.Source.Name == "System.Net.Http" ? [] : activity.Events;

    private IEnumerable<(string Where, string Text)> MeterTexts() =>
        from measured in _meters.All
        from tag in measured.Tags
        select ($"metric {measured.Name}", $"{tag.Key}={tag.Value}");

    private void Walk(string where, object? value, int depth, HashSet<object> seen)
    {
        if (value is null or MemberInfo || depth == 0 || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }

        _kept.Add((where, value.ToString() ?? ""));
        if (value is string || value.GetType().IsPrimitive)
        {
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk($"{where}[]", item, depth - 1, seen);
            }
        }

        foreach (var property in PublicProperties(value.GetType()))
        {
            Walk($"{where}.{property.Name}", Read(property, value), depth - 1, seen);
        }
    }

    /// <summary>What a property holds; what it throws, such as the result of a cancelled task, can be seen as well.</summary>
    private static object? Read(PropertyInfo property, object owner)
    {
        try
        {
            return property.GetValue(owner);
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException;
        }
    }

    private static IEnumerable<PropertyInfo> PublicProperties(Type type) =>
        type.Namespace?.StartsWith("System.Reflection", StringComparison.Ordinal) == true
        || type == typeof(TimeSpan)
        || type == typeof(DateTimeOffset)
            ? []
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.CanRead && property.GetIndexParameters().Length == 0);

    private bool IsOurs(Type type) => type.Assembly == client;
}
