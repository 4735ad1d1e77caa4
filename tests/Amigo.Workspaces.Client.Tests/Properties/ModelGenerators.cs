using FsCheck;
using FsCheck.Fluent;

namespace Amigo.Workspaces.Client.Tests.Properties;

/// <summary>Models with any values that they can hold.</summary>
internal static class ModelGenerators
{
    public static readonly Gen<long> Numbers = Gen.Frequency(
        (3, Gen.Choose(0, 1_000).Select(number => (long)number)),
        (1, Gen.Elements(long.MinValue, -1L, int.MaxValue + 1L, long.MaxValue))
    );

    private static readonly Gen<DateTimeOffset> Dates =
        from days in Gen.Choose(1, 3_652_057)
        from second in Gen.Choose(0, 86_399)
        from fraction in Gen.Choose(0, 9_999_999)
        from offset in Gen.Choose(-14 * 60, 14 * 60)
        select new DateTimeOffset(new DateTime(1, 1, 1).AddDays(days).AddSeconds(second).AddTicks(fraction), TimeSpan.FromMinutes(offset));

    private static readonly Gen<Guid> Ids = Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf(16).Select(bytes => new Guid(bytes));

    public static readonly Gen<Workspace> Workspaces =
        from id in Ids
        from texts in Texts.Unicode.ArrayOf(4)
        from backendOrgId in OrNone(Texts.Unicode)
        from connectorType in OrNone(Texts.Unicode)
        from provisionedAt in Dates.Select(date => (DateTimeOffset?)date).Or(Gen.Constant<DateTimeOffset?>(null))
        from createdAt in Dates
        from updatedAt in Dates
        select new Workspace
        {
            Id = id,
            Slug = texts[0],
            Name = texts[1],
            Environment = new WorkspaceEnvironment(texts[2]),
            BackendOrgId = backendOrgId,
            Region = new WorkspaceRegion(texts[3]),
            ConnectorType = connectorType is null ? default(ConnectorType?) : new ConnectorType(connectorType),
            ProvisionedAt = provisionedAt,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
        };

    public static readonly Gen<WorkspacePage> Pages =
        from count in Gen.Choose(0, 3)
        from items in Workspaces.ArrayOf(count)
        from hasMore in Gen.Elements(true, false)
        from token in Numbers.Select(number => (long?)number).Or(Gen.Constant<long?>(null))
        from total in Numbers.Select(number => (long?)number).Or(Gen.Constant<long?>(null))
        select new WorkspacePage
        {
            Items = items,
            HasMore = hasMore,
            ContinuationToken = token,
            Total = total,
        };

    public static readonly Gen<UpdateWorkspaceRequest> Updates =
        from name in Optional(OrNone(Texts.Unicode))
        from environment in Optional(OrNone(Texts.Unicode))
        from region in Optional(OrNone(Texts.Unicode))
        from connectorType in Optional(OrNone(Texts.Unicode))
        select new UpdateWorkspaceRequest
        {
            Name = name,
            Environment = Map<WorkspaceEnvironment>(environment, text => new(text)),
            Region = Map<WorkspaceRegion>(region, text => new(text)),
            ConnectorType = Map<ConnectorType>(connectorType, text => new(text)),
        };

    public static readonly Gen<CreateWorkspaceRequest> Creations =
        from texts in Texts.Unicode.ArrayOf(3)
        from backendOrgId in OrNone(Texts.Unicode)
        select new CreateWorkspaceRequest
        {
            Slug = texts[0],
            Name = texts[1],
            Environment = new WorkspaceEnvironment(texts[2]),
            BackendOrgId = backendOrgId,
        };

    public static readonly Gen<ConvertEnvironmentRequest> Conversions =
        from target in Gen.Elements(ConversionTarget.Production, ConversionTarget.Staging)
        from slug in Texts.Unicode
        select new ConvertEnvironmentRequest { Target = target, ConfirmSlug = slug };

    public static readonly Gen<EnvironmentCheck> Checks =
        from texts in Texts.Unicode.ArrayOf(2)
        from count in Gen.Choose(0, 4)
        from warnings in Texts.Unicode.ArrayOf(count)
        select new EnvironmentCheck
        {
            Current = texts[0],
            Target = texts[1],
            Warnings = warnings,
        };

    private static Gen<string?> OrNone(Gen<string> texts) => texts.Select(text => (string?)text).Or(Gen.Constant<string?>(null));

    private static Gen<Optional<string?>> Optional(Gen<string?> texts) =>
        texts.Select(text => new Optional<string?>(text)).Or(Gen.Constant(default(Optional<string?>)));

    private static Optional<T?> Map<T>(Optional<string?> text, Func<string, T> make)
        where T : struct =>
        !text.IsSet ? default
        : text.Value is { } value ? new Optional<T?>(make(value))
        : new Optional<T?>(null);
}
