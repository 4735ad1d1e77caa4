using Amigo.Workspaces.Client;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace WebApi;

/// <summary>Healthy when the service answers this program's key. One small read, tried once.</summary>
internal sealed class WorkspacesHealthCheck(IWorkspacesApi workspaces) : IHealthCheck
{
    private static readonly RequestOptions Quick = new() { MaxRetries = 0, Timeout = TimeSpan.FromSeconds(5) };

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await workspaces.ListWorkspacesAsync(limit: 1, options: Quick, cancellationToken: cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (WorkspacesException failure)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, failure.Message);
        }
    }
}
