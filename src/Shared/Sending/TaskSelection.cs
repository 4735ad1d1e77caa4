namespace WorkspaceClients.Sending;

/// <summary>Makes something else of what a task ends with.</summary>
internal static class TaskSelection
{
    /// <summary>Like an await and a selection, but a failure passes without being thrown once more, which would cost microseconds.</summary>
    public static Task<TResult> Select<T, TResult>(this Task<T> task, Func<T, TResult> select)
    {
        if (task.Status == TaskStatus.RanToCompletion)
        {
            return Task.FromResult(select(task.Result));
        }

        var selection = new Selection<T, TResult>(task, select);
        if (task.IsCompleted)
        {
            // Registered now, the completion would wait for a thread of the pool.
            selection.Complete();
        }
        else
        {
            task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(selection.Complete);
        }

        return selection.Task;
    }

    private sealed class Selection<T, TResult>(Task<T> task, Func<T, TResult> select) : TaskCompletionSource<TResult>
    {
        public void Complete()
        {
            switch (task.Status)
            {
                case TaskStatus.RanToCompletion:
                    TrySetResult(select(task.Result));
                    break;
                case TaskStatus.Faulted:
                    TrySetException(task.Exception!.InnerExceptions);
                    break;
                default:
                    Cancel();
                    break;
            }
        }

        /// <summary>Only throwing tells the token of a cancellation.</summary>
        private void Cancel()
        {
            try
            {
                task.GetAwaiter().GetResult();
            }
            catch (OperationCanceledException exception)
            {
                TrySetCanceled(exception.CancellationToken);
            }
        }
    }
}
