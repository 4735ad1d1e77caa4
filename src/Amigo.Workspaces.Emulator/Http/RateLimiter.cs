using System.Globalization;

namespace Amigo.Workspaces.Emulator.Http;

/// <summary>Counts requests in windows of a minute; a window begins with its first request.</summary>
internal sealed class RateLimiter(int limit, TimeProvider timeProvider)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private DateTimeOffset _reset = DateTimeOffset.MinValue;
    private int _used;

    public Quota Take()
    {
        var now = timeProvider.GetUtcNow();
        lock (_gate)
        {
            if (now >= _reset)
            {
                _reset = now + Window;
                _used = 0;
            }

            var isExceeded = _used >= limit;
            _used += isExceeded ? 0 : 1;
            return new Quota(isExceeded, limit, limit - _used, _reset, _reset - now);
        }
    }

    public void Restart()
    {
        lock (_gate)
        {
            _reset = DateTimeOffset.MinValue;
        }
    }

    internal sealed record Quota(bool IsExceeded, int Limit, int Remaining, DateTimeOffset Reset, TimeSpan Left)
    {
        // Rounded up: a caller that waits as long as it is told must not come too early.
        public string RetryAfter => Math.Ceiling(Left.TotalSeconds).ToString(CultureInfo.InvariantCulture);

        public string ResetEpoch => Math.Ceiling((Reset - DateTimeOffset.UnixEpoch).TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }
}
