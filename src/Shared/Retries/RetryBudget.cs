namespace WorkspaceClients.Retries;

/// <summary>Keeps the retries of one client from multiplying the load on a service that is down.</summary>
/// <remarks>
/// A retry takes a token, a call that succeeds gives back a fifth of one. Counted in whole fifths, because ten times 0.2 is not 2 in floating point.
/// </remarks>
internal sealed class RetryBudget
{
    private const int FifthsPerToken = 5;
    private const int Full = 100 * FifthsPerToken;

    private int _fifths = Full;

    public bool TryTake()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _fifths);
            if (seen < FifthsPerToken)
            {
                return false;
            }
        } while (Interlocked.CompareExchange(ref _fifths, seen - FifthsPerToken, seen) != seen);

        return true;
    }

    public void GiveBack()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _fifths);
            if (seen == Full)
            {
                return;
            }
        } while (Interlocked.CompareExchange(ref _fifths, seen + 1, seen) != seen);
    }
}
