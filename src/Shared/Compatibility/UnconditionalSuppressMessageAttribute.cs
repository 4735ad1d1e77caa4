namespace System.Diagnostics.CodeAnalysis;

/// <summary>What a trimmer reads, and what .NET Framework, which trims nothing, has no public type for.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class UnconditionalSuppressMessageAttribute(string category, string checkId) : Attribute
{
    public string Category { get; } = category;

    public string CheckId { get; } = checkId;

    public string? Justification { get; set; }
}
