using System.Diagnostics.CodeAnalysis;

namespace WorkspaceClients;

/// <summary>Collections and numbers, as newer frameworks have them.</summary>
internal static class CollectionExtensions
{
    [ThreadStatic]
    private static Random? _random;

    extension(Random)
    {
        /// <summary>Seeded apart, because by default the seed is the clock, and threads that begin together would draw alike.</summary>
        public static Random Shared => _random ??= new Random(Guid.NewGuid().GetHashCode());
    }

    extension<TKey, TValue>(KeyValuePair<TKey, TValue> pair)
    {
        public void Deconstruct(out TKey key, out TValue value)
        {
            key = pair.Key;
            value = pair.Value;
        }
    }

    extension<T>(Queue<T> queue)
    {
        public bool TryDequeue([MaybeNullWhen(false)] out T item)
        {
            var any = queue.TryPeek(out item);
            if (any)
            {
                queue.Dequeue();
            }

            return any;
        }

        public bool TryPeek([MaybeNullWhen(false)] out T item)
        {
            var any = queue.Count > 0;
            item = any ? queue.Peek() : default;
            return any;
        }
    }
}
