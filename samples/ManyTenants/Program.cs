using Amigo.Workspaces.Client;
using Amigo.Workspaces.Emulator;
using ManyTenants;
using Microsoft.Extensions.DependencyInjection;

string[] clinics = ["lakeview", "northside", "riverbend"];

var keys = TenantKeys.FromEnvironment(clinics);
try
{
    // Somebody who set an address means a real service, and must not be shown an emulator in its place.
    return keys.Count == 0 && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AMIGO_BASE_URL"))
        ? await RunOnEmulatorAsync(clinics)
        : await RunAsync(clinics, keys, WorkspacesClientOptions.FromEnvironment().BaseAddress);
}
catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
{
    Console.Error.WriteLine($"Check AMIGO_BASE_URL. {failure.Message}");
    return 2;
}

static async Task<int> RunOnEmulatorAsync(string[] clinics)
{
    await using var emulator = await WorkspacesEmulator.StartAsync();
    emulator.Seed(6);
    Console.WriteLine("No key is set: this is an emulator. Nothing leaves this computer, and every key sees the same workspaces.");
    return await RunAsync(clinics, TenantKeys.FromEmulator(emulator, clinics), emulator.BaseAddress);
}

static async Task<int> RunAsync(string[] clinics, IReadOnlyDictionary<string, string> keys, Uri address)
{
    Console.WriteLine("A client for each clinic, known when the program starts:");
    var services = new ServiceCollection();
    foreach (var clinic in clinics)
    {
        services.AddKeyedWorkspacesClient(
            clinic,
            options =>
            {
                // A keyed client whose key is missing fails; it never borrows another's.
                options.ApiKey = keys.GetValueOrDefault(clinic);
                options.BaseAddress = address;
            }
        );
    }

    await using var provider = services.BuildServiceProvider();
    var withClients = await EveryClinic.AskAsync(
        clinics,
        (clinic, cancellation) => Census.TakeAsync(provider.GetRequiredKeyedService<IWorkspacesClient>(clinic), options: null, cancellation)
    );
    Print(withClients);

    Console.WriteLine("One client and a key for each call, for clinics that come and go:");
    using var client = new WorkspacesClient(
        new WorkspacesClientOptions
        {
            BaseAddress = address,
            // A call that brings no key fails, instead of reading one clinic's data with another's key.
            ApiKeyProvider = _ => throw new InvalidOperationException("The call brought no key."),
        }
    );
    var withKeys = await EveryClinic.AskAsync(
        clinics,
        (clinic, cancellation) => Census.TakeAsync(client, new RequestOptions { ApiKey = keys.GetValueOrDefault(clinic) }, cancellation)
    );
    Print(withKeys);

    return withClients.Concat(withKeys).All(answer => answer.Succeeded) ? 0 : 1;
}

static void Print(IEnumerable<ClinicAnswer> answers)
{
    foreach (var answer in answers)
    {
        Console.WriteLine($"    {answer.Clinic}: {answer.Text}");
    }
}
