using static Amigo.Workspaces.Client.Tests.Faults.Answers;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>The service answers, and a handler of the host does not pass the answer on.</summary>
internal static class HostFaults
{
    private static readonly TimeSpan AttemptTimeout = new WorkspacesClientOptions().AttemptTimeout;

    public static IReadOnlyList<FaultCase> All { get; } =
    [
        AfterTheAnswer(
            "A handler of the host cannot connect to something else once the answer is there",
            Endings.BrokenOff,
            _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "The audit log is not there.")
        ),
        AfterTheAnswer(
            "A handler of the host ignores its token",
            Endings.TimedOut,
            clock =>
            {
                clock.Advance(AttemptTimeout);
                return new TaskCompletionSource().Task;
            }
        ),
        AfterTheAnswer(
            "A handler of the host fails in a way of its own",
            Endings.UnknownOnce<WorkspacesConnectionException>(),
            _ => throw new InvalidOperationException("The audit log is full.")
        ),
    ];

    public static TheoryData<string, CallKind> Rows => FaultCase.Rows(All);

    private static FaultCase AfterTheAnswer(string name, Endings endings, Func<ManualTimeProvider, Task> act) =>
        new(
            name,
            endings,
            clock =>
            {
                var requests = 0;
                var server = RawServer.Start(async connection =>
                {
                    await connection.ReadRequestAsync();
                    Interlocked.Increment(ref requests);
                    // Closed openly, so that the retry makes a connection of its own.
                    await connection.WriteAsync(Head(extra: "Connection: close\r\n") + Body);
                });
                return Task.FromResult(
                    new FaultyService(server.BaseAddress, server)
                    {
                        Handler = new ActingHandler(() => act(clock)),
                        RequestsSeen = () => Volatile.Read(ref requests),
                    }
                );
            }
        );

    private sealed class ActingHandler(Func<Task> act) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            await act();
            return answer;
        }
    }
}
