using System.Reflection;

namespace Amigo.Workspaces.Client.Tests.Conventions;

public class PublicApiTests
{
    private static readonly Assembly Assembly = typeof(WorkspacesClient).Assembly;

    [Fact]
    public void They_live_in_the_root_namespace_and_the_registration_where_hosts_look_for_it()
    {
        Assembly
            .GetExportedTypes()
            .Where(type => type.Name != "ServiceCollectionExtensions")
            .Should()
            .OnlyContain(type => type.Namespace == "Amigo.Workspaces.Client");
        Assembly
            .GetExportedTypes()
            .Single(type => type.Name == "ServiceCollectionExtensions")
            .Namespace.Should()
            .Be("Microsoft.Extensions.DependencyInjection");
    }

    [Fact]
    public void Nothing_static_that_is_public_can_be_changed()
    {
        const BindingFlags statics = BindingFlags.Public | BindingFlags.Static;

        Assembly
            .GetExportedTypes()
            .SelectMany(type => type.GetFields(statics))
            .Should()
            .OnlyContain(field => field.IsLiteral || field.IsInitOnly);
        Assembly.GetExportedTypes().SelectMany(type => type.GetProperties(statics)).Should().OnlyContain(property => !property.CanWrite);
    }

    [Fact]
    public void No_instance_field_is_public() =>
        Assembly
            .GetExportedTypes()
            .Where(type => !type.IsEnum)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            .Should()
            .BeEmpty();

    [Fact]
    public void Every_class_is_sealed_unless_it_is_made_to_be_derived_from() =>
        Assembly
            .GetExportedTypes()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Should()
            .BeEquivalentTo([typeof(WorkspacesApiException), typeof(WorkspacesServerException)]);
}
