using Amigo.Workspaces.Emulator;

namespace WebApi;

/// <summary>An emulator that ends with the host.</summary>
internal sealed partial class EmulatorService(WorkspacesEmulator emulator, ILogger<EmulatorService> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        LogStarted(emulator.BaseAddress);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => emulator.DisposeAsync().AsTask();

    [LoggerMessage(LogLevel.Warning, "AMIGO_API_KEY is not set: this runs on an emulator at {Address}, with clinics that nobody has.")]
    private partial void LogStarted(Uri address);
}

internal static class EmulatorRegistration
{
    private static readonly string[] Settings =
    [
        "AMIGO_API_KEY",
        "AMIGO_BASE_URL",
        "Amigo:Workspaces:ApiKey",
        "Amigo:Workspaces:BaseAddress",
    ];

    /// <summary>Somebody who set an address means a real service, and must not be shown an emulator in its place.</summary>
    public static async Task UseEmulatorWithoutKeyAsync(this WebApplicationBuilder builder)
    {
        if (Settings.Any(setting => !string.IsNullOrEmpty(builder.Configuration[setting])))
        {
            return;
        }

        // Before the host is built: its address and key are part of the configuration.
        var emulator = await WorkspacesEmulator.StartAsync();
        emulator.Seed(3);
        builder.Configuration["Amigo:Workspaces:BaseAddress"] = emulator.BaseAddress.ToString();
        builder.Configuration["Amigo:Workspaces:ApiKey"] = emulator.CreateApiKey(WorkspaceRole.Owner);
        builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<EmulatorService>(provider, emulator));
    }
}
