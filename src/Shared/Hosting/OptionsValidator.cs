using Microsoft.Extensions.Options;

namespace WorkspaceClients.Hosting;

/// <summary>Holds options against their rules, at the host's start and at every reload.</summary>
internal sealed class OptionsValidator : IValidateOptions<ClientOptions>
{
    public ValidateOptionsResult Validate(string? name, ClientOptions options)
    {
        var of = string.IsNullOrEmpty(name) ? "" : $" of the client '{name}'";
        var violations = OptionsRules.Violations(options).Select(violation => $"The options{of}: {violation}").ToList();
        return violations.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(violations);
    }
}
