using System.Text;

namespace Polyteia.Workspaces.Client;

/// <summary>The rate limit as the service last told it.</summary>
/// <param name="Limit">How many requests a window allows; <see langword="null" /> when unknown.</param>
/// <param name="Remaining">How many requests are left in this window; <see langword="null" /> when unknown.</param>
/// <param name="Reset">When the window ends; <see langword="null" /> when unknown.</param>
public sealed record RateLimit(int? Limit, int? Remaining, DateTimeOffset? Reset)
{
    private bool PrintMembers(StringBuilder builder) =>
        RecordText.Print(builder, (nameof(Limit), Limit), (nameof(Remaining), Remaining), (nameof(Reset), Reset));
}
