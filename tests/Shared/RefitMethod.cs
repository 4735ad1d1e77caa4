using System.Reflection;
using Refit;

namespace WorkspaceClients.Tests;

/// <summary>A method of a Refit interface, as its attributes describe it.</summary>
public sealed class RefitMethod
{
    private RefitMethod(MethodInfo method, HttpMethodAttribute route)
    {
        Name = method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name[..^"Async".Length] : method.Name;
        Verb = route.Method.Method;
        Path = route.Path;
        Result = method.ReturnType;
        Parameters = [.. method.GetParameters().Select(parameter => new RefitParameter(parameter, Path))];
    }

    public string Name { get; }

    public string Verb { get; }

    public string Path { get; }

    public Type Result { get; }

    public IReadOnlyList<RefitParameter> Parameters { get; }

    public static IReadOnlyList<RefitMethod> AllOf(Assembly client) =>
        [
            .. from type in client.GetTypes()
            where type.IsInterface
            from method in type.GetMethods()
            let route = method.GetCustomAttribute<HttpMethodAttribute>()
            where route is not null
            select new RefitMethod(method, route),
        ];

    public override string ToString() => $"{Name}: {Verb} {Path}";
}

/// <summary>A parameter of such a method.</summary>
public sealed class RefitParameter(ParameterInfo parameter, string path)
{
    /// <summary>What it is called in C#.</summary>
    public string Name => parameter.Name!;

    /// <summary>What it is called in the path or in the query.</summary>
    public string WireName => parameter.GetCustomAttribute<AliasAsAttribute>()?.Name ?? Name;

    public Type Type => Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;

    /// <summary>Where Refit puts it.</summary>
    public string Place
    {
        get
        {
            var attributes = parameter
                .GetCustomAttributes()
                .Where(attribute => attribute.GetType().Assembly == typeof(BodyAttribute).Assembly);
            return attributes.FirstOrDefault(attribute => attribute is not AliasAsAttribute) switch
            {
                BodyAttribute => "body",
                { } other => other.GetType().Name,
                null => path.Contains($"{{{WireName}}}", StringComparison.Ordinal) ? "path" : "query",
            };
        }
    }

    /// <summary>Null leaves it out.</summary>
    public bool CanBeNull => new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
}
