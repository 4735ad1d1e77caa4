using Amigo.Workspaces.Client;
using Amigo.Workspaces.Emulator;
using PromoteToProduction;

var usesEmulator = !IsSet("AMIGO_API_KEY");
if (args.Length > 1 || (args.Length == 0 && !usesEmulator) || args is [['-', ..]])
{
    Console.Error.WriteLine("Usage: dotnet run --project samples/PromoteToProduction -- SLUG");
    Console.Error.WriteLine("Without AMIGO_API_KEY it runs on an emulator, and SLUG may be left out.");
    return ExitCode.Usage;
}

if (usesEmulator && IsSet("AMIGO_BASE_URL"))
{
    // Somebody who means a real service must not be shown an emulator in its place.
    Console.Error.WriteLine("AMIGO_BASE_URL is set without a key: set AMIGO_API_KEY too, or unset AMIGO_BASE_URL to use the emulator.");
    return ExitCode.Usage;
}

try
{
    return usesEmulator ? await PromoteOnEmulatorAsync(args) : await PromoteOnServiceAsync(args[0]);
}
catch (WorkspacesException failure)
{
    Console.Error.WriteLine(failure.Message);
    return ExitCode.Failed;
}
catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
{
    // A slug or an option that breaks its rule: the message names it.
    Console.Error.WriteLine(failure.Message);
    return ExitCode.Usage;
}

static async Task<int> PromoteOnServiceAsync(string slug)
{
    using var client = new WorkspacesClient(WorkspacesClientOptions.FromEnvironment());
    return await new Promotion(client, Console.In, Console.Out).RunAsync(slug);
}

static async Task<int> PromoteOnEmulatorAsync(string[] args)
{
    await using var emulator = await WorkspacesEmulator.StartAsync();
    emulator.Seed(1, workspace => workspace with { Slug = "sunrise-clinic", Name = "Sunrise Clinic", Environment = "staging" });
    using var client = new WorkspacesClient(
        new WorkspacesClientOptions { ApiKey = emulator.CreateApiKey(WorkspaceRole.Owner), BaseAddress = emulator.BaseAddress }
    );
    Console.WriteLine("AMIGO_API_KEY is not set: this is an emulator, and nothing leaves this computer.");
    return await new Promotion(client, Console.In, Console.Out).RunAsync(args is [var slug] ? slug : "sunrise-clinic");
}

static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
