namespace WebApi;

/// <summary>What a caller sends to get a clinic.</summary>
internal sealed record NewClinic(string Name);
