using System.Reflection;
using System.Runtime.CompilerServices;

namespace Amigo.Workspaces.Client.Tests.Conventions;

public class ModelConventionTests
{
    public static TheoryData<Type> Records =>
        [
            typeof(Workspace),
            typeof(WorkspacePage),
            typeof(ProvisionResult),
            typeof(EnvironmentCheck),
            typeof(TestCallerNumbers),
            typeof(CreateWorkspaceRequest),
            typeof(UpdateWorkspaceRequest),
            typeof(ArchiveWorkspaceRequest),
            typeof(ConvertEnvironmentRequest),
            typeof(ListWorkspacesOptions),
            typeof(RateLimit),
            typeof(ValidationIssue),
            typeof(Page<Workspace>),
        ];

    public static TheoryData<Type> RecordStructs =>
        [typeof(WorkspaceEnvironment), typeof(WorkspaceRegion), typeof(ConnectorType), typeof(Optional<string>)];

    [Theory]
    [MemberData(nameof(Records))]
    public void A_model_is_a_sealed_record_that_only_an_initializer_sets(Type type)
    {
        type.IsSealed.Should().BeTrue();
        type.GetMethod("<Clone>$").Should().NotBeNull("it is a record");
        ShouldOnlyBeInitialized(type);
    }

    [Theory]
    [MemberData(nameof(RecordStructs))]
    public void A_value_is_a_readonly_record_struct(Type type)
    {
        type.IsValueType.Should().BeTrue();
        type.IsDefined(typeof(IsReadOnlyAttribute)).Should().BeTrue();
        type.GetInterfaces().Should().Contain(typeof(IEquatable<>).MakeGenericType(type));
        ShouldOnlyBeInitialized(type);
    }

    [Fact]
    public void What_goes_with_one_call_and_what_comes_of_it_cannot_be_changed_either()
    {
        ShouldOnlyBeInitialized(typeof(RequestOptions));
        typeof(ApiResponse<Workspace>).GetProperties().Should().OnlyContain(property => !property.CanWrite);
    }

    [Theory]
    [InlineData(typeof(CreateWorkspaceRequest), "Slug", "Name", "Environment")]
    [InlineData(typeof(ArchiveWorkspaceRequest), "Slug")]
    [InlineData(typeof(ConvertEnvironmentRequest), "Target", "ConfirmSlug")]
    [InlineData(typeof(UpdateWorkspaceRequest))]
    public void The_compiler_asks_for_what_a_request_must_say(Type type, params string[] required) =>
        type.GetProperties()
            .Where(property => property.IsDefined(typeof(RequiredMemberAttribute)))
            .Select(property => property.Name)
            .Should()
            .BeEquivalentTo(required);

    private static void ShouldOnlyBeInitialized(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true })
            .Where(property => !property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Should()
            .BeEmpty();
}
