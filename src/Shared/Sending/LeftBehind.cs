namespace WorkspaceClients.Sending;

/// <summary>Waits for code that may ignore its token. The wait ends with the token; a late result is observed and disposed.</summary>
internal static class LeftBehind
{
    /// <summary>How long something that was cancelled may take to end. Whatever listens to its token ends well within it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    public static Task<T> OrCancelled<T>(this Task<T> task, CancellationToken cancellationToken) =>
        task.IsCompleted ? task : task.WaitAsync(cancellationToken);

    /// <summary>Lets a task end that was cancelled, so that nothing of a call runs on after it.</summary>
    /// <exception cref="OperationCanceledException">The task ignores its token, and is not waited for any longer.</exception>
    public static ValueTask LetEndAsync(Task task, CancellationToken cancellationToken) =>
        task.IsCompleted ? default : new ValueTask(WaitForAWhileAsync(task, cancellationToken));

    /// <summary>Takes care of a task that nobody waits for any longer; nothing to do for one that has ended.</summary>
    public static void Abandon<T>(Task<T>? task)
    {
        if (task is { IsCompleted: false })
        {
            _ = task.ContinueWith(Observe, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private static async Task WaitForAWhileAsync(Task task, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource();
        await Task.WhenAny(task, Platform.Delay(Grace, TimeProvider.System, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        if (!task.IsCompleted)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static void Observe<T>(Task<T> late)
    {
        if (late.Status == TaskStatus.RanToCompletion)
        {
            (late.Result as IDisposable)?.Dispose();
        }
        else
        {
            _ = late.Exception;
        }
    }
}
