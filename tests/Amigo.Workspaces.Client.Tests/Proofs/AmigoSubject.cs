using Amigo.Workspaces.Client.Tests.Behaviour;
using Microsoft.Extensions.Logging.Abstractions;
using WorkspaceClients.Tests.Proofs;

namespace Amigo.Workspaces.Client.Tests.Proofs;

internal sealed class AmigoSubject : Subject
{
    public override IReadOnlyList<ProvenOperation> Operations { get; } =
    [.. OperationCall.All.Select(call => new ProvenOperation(call.Id, call.IsWrite, !call.IsUnsafe, call.Answer))];

    public override ProvenClient CreateClient(HttpMessageHandler connection, ProvenOptions options) => new Client(connection, options);

    public override ProvenClient CreateClient(HttpClient connections, Uri address, ProvenOptions options) =>
        new Client(connections, address, options);

    public override Told? Read(Exception exception) =>
        exception is WorkspacesException told
            ? new Told(KindOf(told, "Workspaces"), told.Attempts, told.MayHaveBeenApplied, (told as WorkspacesApiException)?.RetryAfter)
            : null;

    private sealed class Client : ProvenClient
    {
        private readonly WorkspacesClient _client;
        private ClientSettings _settings = null!;

        public Client(HttpMessageHandler connection, ProvenOptions options)
        {
            Use(options);
            var http = new HttpClient(connection, disposeHandler: false);
            Connection.Configure(http);
            _client = new WorkspacesClient(new Sender(() => http, () => _settings, NullLogger.Instance, owned: http, connectsAlone: true));
        }

        public Client(HttpClient connections, Uri address, ProvenOptions options)
        {
            var given = OptionsOf(options);
            given.BaseAddress = address;
            _client = new WorkspacesClient(connections, given, options.Log);
        }

        public override Task CallAsync(ProvenOperation operation, int maxRetries, CancellationToken cancellationToken) =>
            OperationCall.Of(operation.Id).Raw(_client, new RequestOptions { MaxRetries = maxRetries }, cancellationToken);

        public override Task CreateAsync(string name, int maxRetries, CancellationToken cancellationToken) =>
            _client.CreateAsync(
                new()
                {
                    Slug = "a-patient",
                    Name = name,
                    Environment = WorkspaceEnvironment.Staging,
                },
                new() { MaxRetries = maxRetries },
                cancellationToken
            );

        public override void Use(ProvenOptions options) => _settings = ClientSettings.From(OptionsOf(options));

        public override string ToString() => _client.ToString();

        public override void Dispose() => _client.Dispose();

        private static WorkspacesClientOptions OptionsOf(ProvenOptions options) =>
            new()
            {
                ApiKey = options.KeyProvider is null ? options.Key : null,
                ApiKeyProvider = options.KeyProvider,
                AttemptTimeout = options.AttemptTimeout,
                TotalTimeout = options.TotalTimeout,
                RetryBaseDelay = options.BaseDelay,
                MaxRetryDelay = ProvenOptions.MaxDelay,
                TimeProvider = options.Clock,
            };
    }
}
