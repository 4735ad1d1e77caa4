using System.Text.Json;
using Polyteia.Workspaces.Client.Tests.Documentation;

namespace Polyteia.Workspaces.Client.Tests.Contract;

/// <summary>The Refit interface and the documentation have the same queries and commands, sent to the same place.</summary>
public class RefitTests
{
    private static readonly IReadOnlyList<RefitMethod> Methods = RefitMethod.AllOf(typeof(PolyteiaWorkspacesClient).Assembly);

    [Fact]
    public void Every_query_and_command_is_in_the_Refit_interface_and_no_other_is() =>
        Methods
            .Select(method => JsonNamingPolicy.SnakeCaseLower.ConvertName(method.Name))
            .Should()
            .BeEquivalentTo(DocumentedExample.All.Select(example => example.Name));

    [Fact]
    public void Each_has_the_documented_verb_and_path() =>
        Methods
            .Select(method => (method.Verb, method.Path))
            .Should()
            .BeEquivalentTo(DocumentedExample.All.Select(example => (example.Method, example.Address.AbsolutePath)));

    [Fact]
    public void Each_takes_a_body_that_is_required_and_nothing_else() =>
        Methods
            .Should()
            .OnlyContain(method => method.Parameters.Count == 1 && method.Parameters[0].Place == "body" && !method.Parameters[0].CanBeNull);

    /// <summary>Refit builds; it never sends.</summary>
    [Fact]
    public void A_Refit_method_returns_the_request() =>
        Methods.Should().NotBeEmpty().And.OnlyContain(method => method.Result == typeof(Task<HttpRequestMessage>));
}
