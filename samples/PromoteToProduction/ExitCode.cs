namespace PromoteToProduction;

/// <summary>How the program ended, for scripts.</summary>
internal static class ExitCode
{
    public const int Promoted = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int Unknown = 3;
    public const int Declined = 7;
}
