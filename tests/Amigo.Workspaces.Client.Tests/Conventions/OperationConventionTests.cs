using System.Globalization;
using System.Reflection;

namespace Amigo.Workspaces.Client.Tests.Conventions;

public class OperationConventionTests
{
    private static IReadOnlyList<MethodInfo> ApiMethods { get; } =
    [.. typeof(IWorkspacesApi).GetMethods(), .. typeof(IAccountApi).GetMethods()];

    public static TheoryData<string> OperationIds => new(Operations.All.Select(operation => operation.Id));

    [Fact]
    public void The_table_holds_every_operation_once() =>
        typeof(Operations)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .Should()
            .BeEquivalentTo(Operations.All)
            .And.HaveCount(10)
            .And.OnlyHaveUniqueItems();

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void An_operation_has_one_method_that_is_named_after_it(string operationId) =>
        ApiMethods.Should().ContainSingle(method => method.Name == MethodName(operationId));

    [Fact]
    public void There_is_no_method_without_an_operation() =>
        ApiMethods.Select(method => method.Name).Should().BeEquivalentTo(Operations.All.Select(operation => MethodName(operation.Id)));

    [Fact]
    public void Every_method_of_the_api_returns_an_answer_with_its_metadata_and_ends_alike()
    {
        ApiMethods
            .Should()
            .OnlyContain(method =>
                method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>)
                && method.ReturnType.GenericTypeArguments[0].GetGenericTypeDefinition() == typeof(ApiResponse<>)
            );
        ApiMethods.Should().OnlyContain(method => EndsAlike(method));
    }

    [Fact]
    public void Every_method_of_the_client_that_sends_something_ends_alike() =>
        typeof(IWorkspacesClient)
            .GetMethods()
            .Where(method => method.ReturnType.IsAssignableTo(typeof(Task)))
            .Should()
            .HaveCount(14)
            .And.OnlyContain(method => EndsAlike(method));

    [Fact]
    public void The_client_and_its_interface_offer_the_same()
    {
        static IEnumerable<string> Signatures(Type type) =>
            type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType != typeof(object))
                .Select(method =>
                    $"{method} {string.Join(',', method.GetParameters().Select(parameter => $"{parameter.Name}={(parameter.HasDefaultValue ? parameter.DefaultValue ?? "default" : "required")}"))}"
                );

        Signatures(typeof(WorkspacesClient))
            .Where(signature => !signature.StartsWith("Void Dispose()", StringComparison.Ordinal))
            .Should()
            .BeEquivalentTo(Signatures(typeof(IWorkspacesClient)));
    }

    private static bool EndsAlike(MethodInfo method) =>
        method.GetParameters()
            is [
                ..,
                { Name: "options", HasDefaultValue: true, DefaultValue: null } options,
                { Name: "cancellationToken", HasDefaultValue: true } token,
            ]
        && options.ParameterType == typeof(RequestOptions)
        && token.ParameterType == typeof(CancellationToken)
        && method.Name.EndsWith("Async", StringComparison.Ordinal);

    private static string MethodName(string operationId) =>
        string.Concat(operationId.Split('-').Select(CultureInfo.InvariantCulture.TextInfo.ToTitleCase)) + "Async";
}
