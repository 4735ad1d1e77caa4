namespace Polyteia.Workspaces.Client.Api;

/// <summary>One page, and what is known of the answer that it came in.</summary>
internal sealed record ListAnswer(WorkspaceList Page, int Attempts, string? RequestId);
