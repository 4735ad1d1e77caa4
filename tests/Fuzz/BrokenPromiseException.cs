namespace Fuzz;

/// <summary>What a reader may never do.</summary>
public sealed class BrokenPromiseException(string promise) : Exception(promise)
{
    internal static void ThrowUnless(bool isKept, string promise)
    {
        if (!isKept)
        {
            throw new BrokenPromiseException(promise);
        }
    }
}
