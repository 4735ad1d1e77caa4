using System.Globalization;
using System.Text.Json;
using Amigo.Workspaces.Cli.Profiles;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Cli.Storage;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Doctor;

/// <summary>Looks at everything that a run depends on, from the configuration to the service, and changes nothing.</summary>
internal sealed class Examination(Session session)
{
    private const string Configuration = "configuration";
    private const string Key = "key";
    private const string Connectivity = "connectivity";
    private const string Access = "access";
    private const string Service = "service";
    private const string Clock = "clock";
    private const string Contract = "contract";

    private static readonly TimeSpan ToleratedSkew = TimeSpan.FromMinutes(1);

    private readonly List<Finding> _findings = [];

    public async Task<IReadOnlyList<Finding>> RunAsync()
    {
        if (ExamineConfiguration() is { } client)
        {
            using (client)
            {
                await ExamineServiceAsync(client);
            }
        }

        return _findings;
    }

    private WorkspacesClient? ExamineConfiguration()
    {
        try
        {
            var credentials = session.FindCredentials();
            var client = session.Connect(credentials);
            _findings.Add(Finding.Good(Configuration, $"the service is at {credentials.ToOptions().BaseAddress}"));
            _findings.Add(
                credentials.KeyFile is { } file && OwnedFile.IsOpenToOthers(file)
                    ? Finding.Doubtful(Key, $"comes from {credentials.Source}, which others can read", $"Run: chmod 600 '{file}'")
                    : Finding.Good(Key, $"comes from {credentials.Source}")
            );
            return client;
        }
        catch (CliException problem)
        {
            _findings.Add(Finding.Bad(Configuration, problem.ExitCode, problem.Message, problem.Next));
        }

        return null;
    }

    private async Task ExamineServiceAsync(WorkspacesClient client)
    {
        try
        {
            var answer = await client.Workspaces.ListWorkspacesAsync(
                limit: 100,
                options: session.Request,
                cancellationToken: session.CancellationToken
            );
            _findings.Add(Finding.Good(Connectivity, "the service answered"));
            _findings.Add(Finding.Good(Access, "the service accepted the key"));
            ExamineClock(answer);
            ExamineContract(answer.Value.Items);
        }
        catch (WorkspacesException failure)
        {
            ExamineFailure(failure);
        }
    }

    private void ExamineFailure(WorkspacesException failure)
    {
        var check = failure switch
        {
            WorkspacesConnectionException or WorkspacesTimeoutException => Connectivity,
            _ when FailureWords.IsOfAnotherServer(failure) => Connectivity,
            WorkspacesResponseException => Contract,
            WorkspacesUnauthorizedException or WorkspacesForbiddenException => Access,
            _ => Service,
        };
        if (check != Connectivity)
        {
            _findings.Add(Finding.Good(Connectivity, "the service answered"));
        }

        _findings.Add(Finding.Bad(check, ExitCode.Of(failure), FailureWords.Of(failure), FixAfter(failure)));
    }

    private static string? FixAfter(WorkspacesException failure) =>
        failure is WorkspacesUnauthorizedException
            ? "Use a valid key: set AMIGO_API_KEY, or `amigo-workspaces profile add NAME --replace`."
            : FailureWords.Next(failure);

    private void ExamineClock(ApiResponse<WorkspacePage> answer)
    {
        if (
            !answer.Headers.TryGetValue("Date", out var values)
            || !DateTimeOffset.TryParse(values[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var there)
        )
        {
            _findings.Add(Finding.Skipped(Clock, "the service did not send its time"));
            return;
        }

        var skew = (DateTimeOffset.UtcNow - there).Duration();
        _findings.Add(
            skew <= ToleratedSkew
                ? Finding.Good(Clock, "agrees with the service's")
                : Finding.Doubtful(
                    Clock,
                    string.Create(CultureInfo.InvariantCulture, $"differs from the service's by {skew.TotalMinutes:0} min"),
                    "Set this machine's clock: waits and certificates depend on it."
                )
        );
    }

    private void ExamineContract(IReadOnlyList<Workspace> workspaces)
    {
        var version = ContractVersion();
        var unknown = workspaces.SelectMany(UnknownValues).Distinct(StringComparer.Ordinal).ToList();
        _findings.Add(
            unknown.Count == 0
                ? Finding.Good(Contract, $"the service's answer matches version {version} of the contract")
                : Finding.Doubtful(
                    Contract,
                    $"the service uses values that version {version} of the contract does not have: {string.Join(", ", unknown)}",
                    "Look for a new version of this program; --skip-validation sends such values meanwhile."
                )
        );
    }

    private static IEnumerable<string> UnknownValues(Workspace workspace)
    {
        if (!KnownValues.Environments.Contains(workspace.Environment.Value, StringComparer.Ordinal))
        {
            yield return $"environment {workspace.Environment}";
        }

        if (!KnownValues.Regions.Contains(workspace.Region.Value, StringComparer.Ordinal))
        {
            yield return $"region {workspace.Region}";
        }

        if (workspace.ConnectorType is { } connector && !KnownValues.ConnectorTypes.Contains(connector.Value, StringComparer.Ordinal))
        {
            yield return $"connector_type {connector}";
        }
    }

    private static string ContractVersion()
    {
        using var contract = JsonDocument.Parse(typeof(Examination).Assembly.GetManifestResourceStream("openapi.json")!);
        return contract.RootElement.GetProperty("info").GetProperty("version").GetString()!;
    }
}
