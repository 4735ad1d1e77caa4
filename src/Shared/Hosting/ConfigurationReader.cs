using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace WorkspaceClients.Hosting;

/// <summary>
/// Reads options from a section, key by key: the generator that would do it fails on options with a <see cref="TimeProvider" />, and reflection
/// would not survive trimming. An empty value is as if it were not there. No message repeats a value.
/// </summary>
internal sealed class ConfigurationReader
{
    private readonly IConfiguration _section;
    private readonly string _prefix;
    private readonly List<string> _violations = [];
    private readonly HashSet<string> _options = new(StringComparer.OrdinalIgnoreCase);

    private ConfigurationReader(IConfiguration section)
    {
        _section = section;
        _prefix = section is IConfigurationSection { Path: { } path } ? path + ConfigurationPath.KeyDelimiter : "";
    }

    /// <exception cref="OptionsValidationException">A value cannot be read; the message names its key.</exception>
    public static void Read(IConfiguration section, ClientOptions options)
    {
        var reader = new ConfigurationReader(section);
        reader.ReadInto(options);
        if (reader._violations.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(ClientOptions), reader._violations);
        }
    }

    /// <summary>
    /// The values of a section that set nothing, such as one whose name is misspelled. Sections below it may be other clients', and a
    /// configuration as a whole holds what is everybody's.
    /// </summary>
    /// <returns>Their paths, and the names that would set something.</returns>
    public static (IReadOnlyList<string> Unknown, IReadOnlyCollection<string> Options) UnknownKeys(IConfiguration section)
    {
        var reader = new ConfigurationReader(section);
        reader.ReadInto(new ClientOptions());
        var values = section is IConfigurationSection ? section.GetChildren().Where(child => !string.IsNullOrEmpty(child.Value)) : [];
        return ([.. values.Where(value => !reader._options.Contains(value.Key)).Select(value => value.Path)], reader._options);
    }

    private void ReadInto(ClientOptions options)
    {
        options.ApiKey = Text(nameof(options.ApiKey)) ?? options.ApiKey;
        options.ApplicationName = Text(nameof(options.ApplicationName)) ?? options.ApplicationName;
        if (Address(nameof(options.BaseAddress)) is { } address)
        {
            options.BaseAddress = address;
        }

        options.AttemptTimeout = Time(nameof(options.AttemptTimeout)) ?? options.AttemptTimeout;
        options.TotalTimeout = Time(nameof(options.TotalTimeout)) ?? options.TotalTimeout;
        options.MaxRetries = Number(nameof(options.MaxRetries)) ?? options.MaxRetries;
        options.RetryBaseDelay = Time(nameof(options.RetryBaseDelay)) ?? options.RetryBaseDelay;
        options.MaxRetryDelay = Time(nameof(options.MaxRetryDelay)) ?? options.MaxRetryDelay;
    }

    private string? Text(string key)
    {
        _options.Add(key);
        return _section[key] is { Length: > 0 } value ? value : null;
    }

    private Uri? Address(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            return address;
        }

        Violates(key, $"an absolute address such as {Product.BaseAddress}");
        return null;
    }

    private TimeSpan? Time(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        // A bare number would be read as days.
        if (text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time))
        {
            return time;
        }

        Violates(key, "a time such as 00:00:30");
        return null;
    }

    private int? Number(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Violates(key, "a whole number such as 2");
        return null;
    }

    private void Violates(string key, string rule) => _violations.Add($"{_prefix}{key} must be {rule}.");
}
