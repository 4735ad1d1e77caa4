using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Amigo.Workspaces.Client.Paging;

/// <summary>Enumerates a sequence ahead of its reader.</summary>
internal static class ReadAhead
{
    /// <param name="source">The sequence; its token ends it.</param>
    /// <param name="count">How many items are requested or unread at most.</param>
    /// <param name="cancellationToken">Cancels both the reader and the source.</param>
    public static async IAsyncEnumerable<T> Of<T>(
        Func<CancellationToken, IAsyncEnumerable<T>> source,
        int count,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var room = new SemaphoreSlim(count);
        var items = Channel.CreateUnbounded<T>();
        var producer = ProduceAsync(source, items.Writer, room, stop.Token, cancellationToken);
        try
        {
            await foreach (var item in items.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                room.Release();
                yield return item;
            }
        }
        finally
        {
            // A reader that leaves early leaves no request running.
            await stop.CancelAsync().ConfigureAwait(false);
            await producer.ConfigureAwait(false);
        }
    }

    /// <summary>Never throws: a failure reaches the reader through the channel, in its place in the order.</summary>
    private static async Task ProduceAsync<T>(
        Func<CancellationToken, IAsyncEnumerable<T>> source,
        ChannelWriter<T> writer,
        SemaphoreSlim room,
        CancellationToken stop,
        CancellationToken callerToken
    )
    {
        try
        {
            var enumerator = source(stop).GetAsyncEnumerator(stop);
            await using (enumerator.ConfigureAwait(false))
            {
                await room.WaitAsync(stop).ConfigureAwait(false);
                while (await enumerator.MoveNextAsync().ConfigureAwait(false))
                {
                    await writer.WriteAsync(enumerator.Current, stop).ConfigureAwait(false);
                    await room.WaitAsync(stop).ConfigureAwait(false);
                }
            }

            writer.Complete();
        }
        catch (Exception exception)
        {
            // The caller knows its own token, and not ours.
            writer.Complete(stop.IsCancellationRequested ? new OperationCanceledException(callerToken) : exception);
        }
    }
}
