using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Amigo.Workspaces.Client;

/// <summary>A sequence that arrives in pages. Enumerate its items, or its pages with <see cref="AsPages" />.</summary>
/// <remarks>Every enumeration starts again. It stops at once, and with no request left running, when it is cancelled or left.</remarks>
/// <typeparam name="T">The type of the items.</typeparam>
public abstract class AsyncPageable<T> : IAsyncEnumerable<T>
{
    /// <summary>The pages of the sequence.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public abstract IAsyncEnumerable<Page<T>> AsPages(CancellationToken cancellationToken = default);

    /// <summary>Enumerates the items, page by page.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new ItemEnumerator(AsPages(cancellationToken).GetAsyncEnumerator(cancellationToken), cancellationToken);

    /// <summary>Reads the sequence to its end. It can be long: every item is held in memory.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>All items, in their order.</returns>
    [SuppressMessage("Design", "MA0016", Justification = "What System.Linq's own returns, so that code can move between the two.")]
    public async ValueTask<List<T>> ToListAsync(CancellationToken cancellationToken = default)
    {
        var items = new List<T>();
        await foreach (var item in this.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>The type of the items, on one line.</summary>
    public override string ToString() => $"{typeof(T).Name} items, read page by page";

    /// <summary>A sequence of pages that are already there, to stand in for the service's in a test.</summary>
    /// <param name="pages">The pages, enumerated again each time.</param>
    /// <exception cref="ArgumentNullException"><paramref name="pages" /> is <see langword="null" />.</exception>
    [SuppressMessage("Design", "CA1000", Justification = "Where a reader looks for it: beside the type that it makes.")]
    public static AsyncPageable<T> FromPages(IEnumerable<Page<T>> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return new GivenPages(pages);
    }

    // An async method would cost an item as much as the rest of reading it takes, though within a page nothing is waited for.
    private sealed class ItemEnumerator(IAsyncEnumerator<Page<T>> pages, CancellationToken cancellationToken) : IAsyncEnumerator<T>
    {
        private IReadOnlyList<T> _items = [];
        private int _next;

        public T Current { get; private set; } = default!;

        public ValueTask<bool> MoveNextAsync() =>
            cancellationToken.IsCancellationRequested || _next == _items.Count ? TurnPageAsync() : new ValueTask<bool>(TakeNext());

        public ValueTask DisposeAsync() => pages.DisposeAsync();

        private async ValueTask<bool> TurnPageAsync()
        {
            while (_next == _items.Count)
            {
                if (!await pages.MoveNextAsync().ConfigureAwait(false))
                {
                    return false;
                }

                (_items, _next) = (pages.Current.Items, 0);
            }

            cancellationToken.ThrowIfCancellationRequested();
            return TakeNext();
        }

        private bool TakeNext()
        {
            Current = _items[_next];
            _next++;
            return true;
        }
    }

    private sealed class GivenPages(IEnumerable<Page<T>> pages) : AsyncPageable<T>
    {
        public override async IAsyncEnumerable<Page<T>> AsPages([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var page in pages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return page;
            }

            await Task.CompletedTask.ConfigureAwait(false);
        }
    }
}
