using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace WorkspaceClients.Hosting;

/// <summary>The settings of a registered client, which follow the reloads of its options. An invalid reload changes nothing.</summary>
internal sealed class CurrentSettings : IDisposable
{
    private readonly string _name;
    private readonly IOptionsFactory<ClientOptions> _factory;
    private readonly ILogger _logger;
    private readonly List<IDisposable> _registrations = [];
    private readonly List<IConfiguration> _sections = [];

    private volatile ClientSettings _value = null!;
    private int _updates;

    /// <exception cref="OptionsValidationException">The options are not valid.</exception>
    public CurrentSettings(IServiceProvider provider, string name, ILogger logger)
    {
        _name = name;
        _factory = provider.GetRequiredService<IOptionsFactory<ClientOptions>>();
        _logger = logger;

        // Subscribed to before the first reading, so that no change falls between the two.
        foreach (var followed in provider.GetServices<FollowedSection>().Where(section => IsOurs(section.OptionsName)))
        {
            if (followed.Section is { } section)
            {
                _sections.Add(section);
                _registrations.Add(ChangeToken.OnChange(section.GetReloadToken, Reload));
            }
        }

        // Sources that the host registered itself, for options that it binds on its own.
        foreach (var source in provider.GetServices<IOptionsChangeTokenSource<ClientOptions>>().Where(source => IsOurs(source.Name)))
        {
            _registrations.Add(ChangeToken.OnChange(source.GetChangeToken, Reload));
        }

        try
        {
            Update();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public ClientSettings Value => _value;

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    /// <summary>One at a time, so that what was read last is what stays.</summary>
    private void Update()
    {
        lock (_registrations)
        {
            var before = _updates;
            var read = ClientSettings.From(_factory.Create(_name));
            // The host's own code that sets the options may reload them: then what was read here is old already.
            if (_updates == before)
            {
                _value = read;
                _updates++;
            }
        }

        foreach (var section in _sections)
        {
            var (unknown, options) = ConfigurationReader.UnknownKeys(section);
            if (unknown.Count > 0)
            {
                Report.OptionsUnknown(_logger, unknown, options);
            }
        }
    }

    private bool IsOurs(string? name) => string.Equals(name ?? Options.DefaultName, _name, StringComparison.Ordinal);

    private void Reload()
    {
        try
        {
            Update();
            Report.OptionsReloaded(_logger);
        }
        catch (OptionsValidationException exception)
        {
            Report.OptionsRejected(_logger, string.Join(" ", exception.Failures));
        }
        catch (Exception exception)
        {
            // The host's own code that sets the options failed. Its message may hold anything, so only its kind is told.
            Report.OptionsRejected(_logger, $"Setting the options failed with {exception.GetType().Name}.");
        }
    }
}
