using System.Runtime.CompilerServices;

namespace WorkspaceClients;

internal enum ConfigureAwaitOptions
{
    SuppressThrowing,
}

/// <summary>Tasks and their cancellation, as newer frameworks have them.</summary>
internal static class TaskExtensions
{
    extension(ValueTask)
    {
        public static ValueTask CompletedTask => default;

        public static ValueTask<TResult> FromResult<TResult>(TResult result) => new(result);
    }

    extension(Task task)
    {
        public Task WaitAsync(CancellationToken cancellationToken) =>
            task.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

        public ConfiguredTaskAwaitable ConfigureAwait(ConfigureAwaitOptions options) =>
            (
                (Task)
                    task.ContinueWith(
                        static ended => ended.Exception,
                        CancellationToken.None,
                        TaskContinuationOptions.ExecuteSynchronously,
                        TaskScheduler.Default
                    )
            ).ConfigureAwait(false);
    }

    extension<TResult>(Task<TResult> task)
    {
        public Task<TResult> WaitAsync(CancellationToken cancellationToken) =>
            task.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    extension(CancellationToken token)
    {
        public CancellationTokenRegistration UnsafeRegister(Action<object?> callback, object? state) => token.Register(callback, state);
    }

    extension(CancellationTokenRegistration registration)
    {
        /// <summary>There is no way there not to wait for a callback that runs.</summary>
        public void Unregister() => registration.Dispose();
    }

    extension(CancellationTokenSource source)
    {
        /// <summary>A source cannot be used again there.</summary>
        public bool TryReset() => false;

        public Task CancelAsync()
        {
            source.Cancel();
            return Task.CompletedTask;
        }
    }
}
