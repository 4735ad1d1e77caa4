namespace Amigo.Workspaces.Emulator.Validation;

/// <summary>One item of a 422's detail, as pydantic words it.</summary>
/// <param name="Type">Pydantic's name of the error.</param>
/// <param name="Location">Names and indexes (strings and ints) that lead to the value.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Input">What was sent there, as raw JSON.</param>
/// <param name="Context">The limits in the sentence; null where pydantic gives none.</param>
internal sealed record ValidationIssue(string Type, object[] Location, string Message, string Input, IssueContext? Context = null);
