namespace Amigo.Workspaces.Emulator.Validation;

/// <summary>The <c>ctx</c> of an issue: names with strings or ints.</summary>
internal sealed class IssueContext : List<KeyValuePair<string, object>>
{
    public void Add(string name, object value) => Add(KeyValuePair.Create(name, value));
}
