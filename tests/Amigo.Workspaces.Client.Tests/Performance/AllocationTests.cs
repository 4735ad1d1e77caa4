using System.Diagnostics;
using System.Text;
using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Amigo.Workspaces.Client.Tests.Performance;

/// <summary>What a call allocates, all of it: ours, HttpClient's and the answer's. Bytes repeat from run to run; times do not.</summary>
public class AllocationTests
{
    private const double KiB = 1024;

    private static readonly string Page =
        $$"""{"items":[{{string.Join(',', Enumerable.Repeat(Given.WorkspaceJson, 100))}}],"has_more":false,"continuation_token":null}""";

    [Fact]
    public void A_get_allocates_at_most_2_2_KB()
    {
        using var services = ClientThatReceives(Given.WorkspaceJson);
        var client = services.GetRequiredService<WorkspacesClient>();

        LeastBytes(() => client.GetAsync(Given.WorkspaceId)).Should().BeLessThanOrEqualTo((long)(2.2 * KiB));
    }

    [Fact]
    public void A_create_allocates_at_most_2_4_KB()
    {
        using var services = ClientThatReceives(Given.WorkspaceJson);
        var client = services.GetRequiredService<WorkspacesClient>();

        LeastBytes(() => client.CreateAsync(Given.CreateRequest)).Should().BeLessThanOrEqualTo((long)(2.4 * KiB));
    }

    [Fact]
    public void A_page_of_100_allocates_at_most_33_KB()
    {
        using var services = ClientThatReceives(Page);
        var client = services.GetRequiredService<WorkspacesClient>();

        LeastBytes(() => client.Workspaces.ListWorkspacesAsync(100)).Should().BeLessThanOrEqualTo((long)(33 * KiB));
    }

    private static ServiceProvider ClientThatReceives(string body)
    {
        var services = new ServiceCollection();
        services
            .AddWorkspacesClient(options =>
            {
                options.ApiKey = Given.Key;
                options.BaseAddress = new Uri("http://localhost");
            })
            .ConfigurePrimaryHttpMessageHandler(() => new MemoryHandler(Encoding.UTF8.GetBytes(body)));
        return services.BuildServiceProvider();
    }

    /// <summary>The least of many calls: pools fill, and the JIT compiles, during the others.</summary>
    private static long LeastBytes(Func<Task> call)
    {
        if (IsUnoptimized())
        {
            Assert.Skip("A debug build allocates more, by the compiler's doing. Run the tests with --configuration Release.");
        }

        return Enumerable.Range(0, 500).Min(_ => BytesOf(call));
    }

    private static long BytesOf(Func<Task> call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var task = call();
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        // Whatever went on elsewhere would not have been counted.
        task.IsCompletedSuccessfully.Should().BeTrue();
        return bytes;
    }

    private static bool IsUnoptimized() =>
        typeof(WorkspacesClient).Assembly.GetCustomAttributes(typeof(DebuggableAttribute), false)
            is [DebuggableAttribute { IsJITOptimizerDisabled: true }];

    /// <summary>Answers at once and from memory, because the bytes are counted on the thread that calls.</summary>
    private sealed class MemoryHandler(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage { Content = new ByteArrayContent(body), RequestMessage = request };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            response.Headers.TryAddWithoutValidation("x-request-id", "req-0123456789abcdef");
            return Task.FromResult(response);
        }
    }
}
