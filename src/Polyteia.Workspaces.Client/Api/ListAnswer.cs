namespace Polyteia.Workspaces.Client.Api;

/// <summary>One page, with the status, headers and rate limit of its answer.</summary>
internal sealed record ListAnswer(WorkspaceList Page, int Attempts, string? RequestId);
