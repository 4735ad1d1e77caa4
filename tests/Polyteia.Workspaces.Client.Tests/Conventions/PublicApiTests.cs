using System.Reflection;
using System.Runtime.CompilerServices;

namespace Polyteia.Workspaces.Client.Tests.Conventions;

public class PublicApiTests
{
    private static readonly Assembly Assembly = typeof(PolyteiaWorkspacesClient).Assembly;

    private static readonly Type[] Types = Assembly.GetExportedTypes();

    public static TheoryData<Type, Type> Exceptions =>
        new()
        {
            { typeof(PolyteiaException), typeof(Exception) },
            { typeof(PolyteiaApiException), typeof(PolyteiaException) },
            { typeof(PolyteiaBadRequestException), typeof(PolyteiaApiException) },
            { typeof(PolyteiaUnauthorizedException), typeof(PolyteiaApiException) },
            { typeof(PolyteiaForbiddenException), typeof(PolyteiaApiException) },
            { typeof(PolyteiaNotFoundException), typeof(PolyteiaApiException) },
            { typeof(PolyteiaConflictException), typeof(PolyteiaApiException) },
            { typeof(PolyteiaValidationException), typeof(PolyteiaApiException) },
            { typeof(PolyteiaRateLimitException), typeof(PolyteiaApiException) },
            { typeof(PolyteiaServerException), typeof(PolyteiaApiException) },
            { typeof(PolyteiaUnavailableException), typeof(PolyteiaServerException) },
            { typeof(PolyteiaConnectionException), typeof(PolyteiaException) },
            { typeof(PolyteiaTimeoutException), typeof(PolyteiaException) },
            { typeof(PolyteiaResponseException), typeof(PolyteiaException) },
            { typeof(PolyteiaDeletionDeclinedException), typeof(PolyteiaException) },
        };

    public static TheoryData<Type> Records =>
        [
            typeof(Workspace),
            typeof(CreateWorkspaceRequest),
            typeof(UpdateWorkspaceRequest),
            typeof(ListWorkspacesOptions),
            typeof(RateLimit),
            typeof(ValidationIssue),
            typeof(Page<Workspace>),
        ];

    [Fact]
    public void They_live_in_the_root_namespace_and_the_registration_where_hosts_look_for_it() =>
        Types
            .Should()
            .OnlyContain(type =>
                type.Namespace
                == (
                    type.Name == "PolyteiaServiceCollectionExtensions"
                        ? "Microsoft.Extensions.DependencyInjection"
                        : "Polyteia.Workspaces.Client"
                )
            );

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void An_exception_derives_from_what_callers_catch_and_can_be_made_by_their_tests(Type kind, Type parent)
    {
        kind.BaseType.Should().Be(parent);
        if (kind.IsAbstract)
        {
            return;
        }

        var constructor = kind.GetConstructors().Should().ContainSingle().Subject;
        var cause = new IOException("cause");
        var made = (PolyteiaException)constructor.Invoke(["words", cause]);
        (made.Message, made.InnerException).Should().Be(("words", cause));
    }

    [Fact]
    public void There_is_no_other_exception_and_every_leaf_is_sealed()
    {
        var kinds = Types.Where(type => type.IsAssignableTo(typeof(Exception))).ToList();

        kinds.Should().HaveCount(Exceptions.Count);
        kinds.Where(kind => !kinds.Exists(other => other.BaseType == kind)).Should().OnlyContain(kind => kind.IsSealed);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_model_is_a_sealed_record_that_only_an_initializer_sets(Type type)
    {
        type.IsSealed.Should().BeTrue();
        type.GetMethod("<Clone>$").Should().NotBeNull("it is a record");
        ShouldOnlyBeInitialized(type);
    }

    [Fact]
    public void What_goes_with_one_call_and_what_comes_of_it_cannot_be_changed_either()
    {
        ShouldOnlyBeInitialized(typeof(RequestOptions));
        ShouldOnlyBeInitialized(typeof(Optional<string>));
        foreach (var kind in Types.Where(type => type.IsAssignableTo(typeof(PolyteiaException))))
        {
            ShouldOnlyBeInitialized(kind);
        }
    }

    [Theory]
    [InlineData(typeof(CreateWorkspaceRequest), "OrganizationId", "Name")]
    [InlineData(typeof(UpdateWorkspaceRequest), "Name")]
    public void The_compiler_asks_for_what_a_request_must_say(Type type, params string[] required) =>
        type.GetProperties()
            .Where(property => property.IsDefined(typeof(RequiredMemberAttribute)))
            .Select(property => property.Name)
            .Should()
            .BeEquivalentTo(required);

    [Fact]
    public void Every_method_of_the_client_ends_alike() =>
        typeof(IPolyteiaWorkspacesClient).GetMethods().Should().HaveCount(6).And.OnlyContain(method => EndsAlike(method));

    [Fact]
    public void The_client_and_its_interface_offer_the_same() =>
        Signatures(typeof(PolyteiaWorkspacesClient))
            .Where(signature => !signature.StartsWith("Void Dispose()", StringComparison.Ordinal))
            .Should()
            .BeEquivalentTo(Signatures(typeof(IPolyteiaWorkspacesClient)));

    [Fact]
    public void The_options_have_the_members_that_every_client_of_this_family_has() =>
        new PolyteiaWorkspacesClientOptions()
            .Should()
            .BeEquivalentTo(
                new
                {
                    ApiKey = (string?)null,
                    ApiKeyProvider = (Func<CancellationToken, ValueTask<string>>?)null,
                    BaseAddress = new Uri("https://app.polyteia.com"),
                    AttemptTimeout = TimeSpan.FromSeconds(30),
                    TotalTimeout = TimeSpan.FromSeconds(100),
                    MaxRetries = 2,
                    RetryBaseDelay = TimeSpan.FromMilliseconds(250),
                    MaxRetryDelay = TimeSpan.FromSeconds(30),
                    ApplicationName = (string?)null,
                    TimeProvider = TimeProvider.System,
                }
            );

    [Fact]
    public void Nothing_static_that_is_public_can_be_changed() =>
        Types
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Static))
            .Where(member => member is FieldInfo { IsLiteral: false, IsInitOnly: false } or PropertyInfo { CanWrite: true })
            .Should()
            .BeEmpty();

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

    private static IEnumerable<string> Signatures(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType != typeof(object))
            .Select(method =>
                $"{method} {string.Join(',', method.GetParameters().Select(parameter => $"{parameter.Name}={(parameter.HasDefaultValue ? parameter.DefaultValue ?? "default" : "required")}"))}"
            );

    private static void ShouldOnlyBeInitialized(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod is { IsPublic: true })
            .Where(property => !property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Should()
            .BeEmpty();
}
