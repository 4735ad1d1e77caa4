using Amigo.Workspaces.Client;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace WebApi;

/// <summary>Healthy when the service answers this program's key: one small read, tried once.</summary>
internal sealed class WorkspacesHealthCheck(IWorkspacesApi workspaces) : IHealthCheck
{
    private static readonly RequestOptions Once = new() { MaxRetries = 0, Timeout = TimeSpan.FromSeconds(5) };

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // A failure needs no catch: what a check throws is reported as unhealthy, and logged.
        await workspaces.ListWorkspacesAsync(limit: 1, options: Once, cancellationToken: cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
