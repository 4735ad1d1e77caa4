namespace WorkspaceClients;

/// <summary>Stands for the framework's own, which .NET Framework has not for methods: there, a method that suspends is simply not pooled.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AsyncMethodBuilderAttribute(Type builderType) : Attribute
{
    public Type BuilderType { get; } = builderType;
}

internal static class PoolingAsyncValueTaskMethodBuilder;

internal static class PoolingAsyncValueTaskMethodBuilder<TResult>;
