namespace Amigo.Workspaces.Benchmarks.Measuring;

/// <summary>What a call cost in one turn, on average.</summary>
internal readonly record struct Turn(double Nanoseconds, double Bytes);
