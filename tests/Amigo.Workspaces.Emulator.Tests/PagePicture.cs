using System.Net.Http.Json;
using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

/// <summary>No test, and not run with them: eng/pictures.sh takes the page's picture for the documentation with it.</summary>
public sealed class PagePicture
{
    private const string Address = "http://localhost:5080/";

    private static readonly string[] TestCallers = ["+15550100"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Is_taken()
    {
        using var program = EmulatorProgram.Start(["--port", "5080", "--seed", "6", "--owner-key", "owner", "--viewer-key", "viewer"]);
        try
        {
            await program.StandardOutput.ReadLineAsync(Cancellation);
            await UseAsync();

            await using var browser = await Browser.OpenAsync(new Uri(Address));
            await browser.WaitForAsync("document.querySelectorAll('details').length === 7");
            await browser.EvaluateAsync("document.querySelectorAll('details')[3].open = true");
            await browser.EvaluateAsync("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
            var picture = await browser.PictureAsync(width: 1168);
            await File.WriteAllBytesAsync(Environment.GetEnvironmentVariable("PICTURE")!, picture, Cancellation);
        }
        finally
        {
            program.Kill();
        }
    }

    /// <summary>A morning's work: an onboarding with a hitch, and a viewer who tries to archive.</summary>
    private static async Task UseAsync()
    {
        using var owner = Client("owner");
        using var viewer = Client("viewer");
        using var nobody = Client("forgotten");
        await nobody.GetAsync("v1/workspaces", Cancellation);
        await owner.GetAsync("v1/workspaces?limit=100", Cancellation);
        await FaultAsync(owner, "status", "create-my-workspace", 503);
        var clinic = new
        {
            slug = "acme-clinic",
            name = "Acme Clinic",
            environment = "staging",
        };
        await owner.PostAsJsonAsync("v1/me/workspaces", clinic, Cancellation);
        using var created = await owner.PostAsJsonAsync("v1/me/workspaces", clinic, Cancellation);
        var id = (await created.Content.ReadFromJsonAsync<Dictionary<string, object?>>(Cancellation))!["id"];
        await owner.PostAsync($"v1/workspaces/{id}/provision", null, Cancellation);
        await viewer.PostAsJsonAsync($"v1/workspaces/{id}/archive", new { clinic.slug }, Cancellation);
        await owner.PutAsJsonAsync($"v1/workspaces/{id}/test-caller-numbers", new { numbers = TestCallers }, Cancellation);
        await FaultAsync(owner, "status", "list-workspaces", 429, times: 3);
        await FaultAsync(owner, "reset_after_apply", "convert-workspace-environment");
    }

    private static async Task FaultAsync(HttpClient client, string kind, string operation, int? status = null, int times = 1)
    {
        var fault = new Dictionary<string, object>
        {
            ["kind"] = kind,
            ["operation"] = operation,
            ["times"] = times,
        };
        if (status is { } code)
        {
            fault["status"] = code;
        }

        await client.PostAsJsonAsync("_emulator/faults", fault, Cancellation);
    }

    private static HttpClient Client(string key) =>
        new() { BaseAddress = new Uri(Address), DefaultRequestHeaders = { Authorization = new("Bearer", key) } };
}
