using System.Reflection;
using System.Runtime.CompilerServices;

namespace Amigo.Workspaces.Client.Tests.Conventions;

public class ExceptionConventionTests
{
    private static readonly Type[] Kinds =
    [
        .. typeof(WorkspacesException).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(Exception))),
    ];

    public static TheoryData<Type, Type> Hierarchy =>
        new()
        {
            { typeof(WorkspacesException), typeof(Exception) },
            { typeof(WorkspacesApiException), typeof(WorkspacesException) },
            { typeof(WorkspacesBadRequestException), typeof(WorkspacesApiException) },
            { typeof(WorkspacesUnauthorizedException), typeof(WorkspacesApiException) },
            { typeof(WorkspacesForbiddenException), typeof(WorkspacesApiException) },
            { typeof(WorkspacesNotFoundException), typeof(WorkspacesApiException) },
            { typeof(WorkspacesConflictException), typeof(WorkspacesApiException) },
            { typeof(WorkspacesValidationException), typeof(WorkspacesApiException) },
            { typeof(WorkspacesRateLimitException), typeof(WorkspacesApiException) },
            { typeof(WorkspacesServerException), typeof(WorkspacesApiException) },
            { typeof(WorkspacesUnavailableException), typeof(WorkspacesServerException) },
            { typeof(WorkspacesConnectionException), typeof(WorkspacesException) },
            { typeof(WorkspacesTimeoutException), typeof(WorkspacesException) },
            { typeof(WorkspacesResponseException), typeof(WorkspacesException) },
            { typeof(ConversionDeclinedException), typeof(WorkspacesException) },
        };

    [Theory]
    [MemberData(nameof(Hierarchy))]
    public void A_kind_derives_from_what_callers_catch(Type kind, Type parent) => kind.BaseType.Should().Be(parent);

    [Fact]
    public void There_is_no_other_kind() => Kinds.Should().HaveCount(Hierarchy.Count);

    [Fact]
    public void The_root_is_abstract_and_every_leaf_is_sealed()
    {
        typeof(WorkspacesException).Should().BeAbstract();
        Kinds.Where(kind => !Kinds.Any(other => other.BaseType == kind)).Should().OnlyContain(kind => kind.IsSealed);
    }

    [Fact]
    public void Callers_can_make_every_kind_in_their_own_tests()
    {
        foreach (var kind in Kinds.Where(kind => !kind.IsAbstract))
        {
            var constructor = kind.GetConstructors().Should().ContainSingle().Subject;
            var parameters = constructor.GetParameters();
            parameters.Select(parameter => parameter.ParameterType).Should().Equal(typeof(string), typeof(Exception));
            parameters.Select(parameter => parameter.Name).Should().Equal("message", "innerException");
            parameters[1].DefaultValue.Should().BeNull();

            var cause = new IOException("cause");
            var made = (WorkspacesException)constructor.Invoke(["words", cause]);
            (made.Message, made.InnerException).Should().Be(("words", cause));
        }
    }

    [Fact]
    public void Their_own_members_are_set_by_initializers_only() =>
        Kinds
            .SelectMany(kind => kind.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Should()
            .HaveCount(4 + 6 + 1 + 1 + 1 + 1)
            .And.OnlyContain(property => property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));
}
