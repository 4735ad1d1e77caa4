namespace Polyteia.Workspaces.Client;

/// <summary>One value that the service refused.</summary>
/// <param name="Path">Where the value is, as in <c>params.name</c>; empty when the service did not say.</param>
/// <param name="Message">What is wrong with it, in the service's own words.</param>
/// <param name="Type">The service's code for the rule, as in <c>string_too_short</c>; empty when it sent none.</param>
public sealed record ValidationIssue(string Path = "", string Message = "", string Type = "");
