namespace Amigo.Workspaces.Client.Validation;

/// <summary>
/// Holds a request against the contract before anything is sent. A message names the property and the rule, and repeats no value:
/// it may be a phone number.
/// </summary>
internal static class RequestGuard
{
    public const int MaxTestCallerNumbers = 100;

    private const int MinLimit = 1;
    private const int MaxLimit = 100;
    private const int MaxReadAhead = 32;

    public static void CheckWorkspaceId(Guid workspaceId, RequestOptions? options)
    {
        if (!Skips(options) && workspaceId == Guid.Empty)
        {
            throw new ArgumentException("workspaceId must not be Guid.Empty.", nameof(workspaceId));
        }
    }

    public static void CheckLimit(int? limit, RequestOptions? options, string name)
    {
        if (!Skips(options) && limit is < MinLimit or > MaxLimit)
        {
            throw new ArgumentOutOfRangeException(name, $"{name} must be from {MinLimit} to {MaxLimit}.");
        }
    }

    public static void CheckTarget(ConversionTarget target, string name)
    {
        // There is no wire string for any other value, so this holds without validation too.
        if (target is not (ConversionTarget.Production or ConversionTarget.Staging))
        {
            throw new ArgumentOutOfRangeException(name, $"{name} must be Production or Staging.");
        }
    }

    public static void CheckSlug(string? slug, RequestOptions? options, string name)
    {
        if (Skips(options))
        {
            return;
        }

        ArgumentNullException.ThrowIfNull(slug, name);
        if (!WorkspaceSlug.IsValid(slug))
        {
            throw new ArgumentException($"{name} {WorkspaceSlug.Rule}.", name);
        }
    }

    public static void Check(CreateWorkspaceRequest request, RequestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Skips(options))
        {
            return;
        }

        CheckSlug(request.Slug, options, nameof(request.Slug));
        CheckNotBlank(request.Name, nameof(request.Name));
        CheckKnown(request.Environment.IsKnown, WorkspaceEnvironment.Known, nameof(request.Environment));
        if (request.BackendOrgId is not null)
        {
            CheckNotBlank(request.BackendOrgId, nameof(request.BackendOrgId));
        }
    }

    public static void Check(UpdateWorkspaceRequest request, RequestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Skips(options))
        {
            return;
        }

        if (request.Name is { IsSet: true, Value: { } name })
        {
            CheckNotBlank(name, nameof(request.Name));
        }

        if (request.Environment is { IsSet: true, Value: { } environment })
        {
            CheckKnown(environment.IsKnown, WorkspaceEnvironment.Known, nameof(request.Environment));
        }

        if (request.Region is { IsSet: true, Value: { } region })
        {
            CheckKnown(region.IsKnown, WorkspaceRegion.Known, nameof(request.Region));
        }

        if (request.ConnectorType is { IsSet: true, Value: { } connectorType })
        {
            CheckKnown(connectorType.IsKnown, ConnectorType.Known, nameof(request.ConnectorType));
        }
    }

    public static void Check(ArchiveWorkspaceRequest request, RequestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckSlug(request.Slug, options, nameof(request.Slug));
    }

    public static void Check(ConvertEnvironmentRequest request, RequestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckTarget(request.Target, nameof(request.Target));
        CheckSlug(request.ConfirmSlug, options, nameof(request.ConfirmSlug));
    }

    public static void Check(TestCallerNumbers request, RequestOptions? options, string name)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckNumbers(request.Numbers, options, name);
    }

    public static void Check(ListWorkspacesOptions list, RequestOptions? options)
    {
        CheckLimit(list.PageSize, options, nameof(list.PageSize));
        CheckReadAhead(list.ReadAhead, nameof(list.ReadAhead));
    }

    public static void CheckConversion(Guid workspaceId, ConversionTarget target, string? confirmSlug, RequestOptions? options)
    {
        CheckWorkspaceId(workspaceId, options);
        CheckTarget(target, nameof(target));
        CheckSlug(confirmSlug, options, nameof(confirmSlug));
    }

    public static void CheckNumbers(IReadOnlyCollection<string> numbers, RequestOptions? options, string name)
    {
        if (Skips(options))
        {
            return;
        }

        ArgumentNullException.ThrowIfNull(numbers, name);
        if (numbers.Count > MaxTestCallerNumbers)
        {
            throw new ArgumentException($"{name} must contain at most {MaxTestCallerNumbers} numbers, and contains {numbers.Count}.", name);
        }

        if (numbers.Any(number => number is null))
        {
            throw new ArgumentException($"{name} must not contain null.", name);
        }

        foreach (var number in numbers)
        {
            CheckWhole(number, name);
        }
    }

    private static void CheckReadAhead(int readAhead, string name)
    {
        if (readAhead is < 0 or > MaxReadAhead)
        {
            throw new ArgumentOutOfRangeException(name, $"{name} must be from 0 to {MaxReadAhead}.");
        }
    }

    private static bool Skips(RequestOptions? options) => options is { SkipValidation: true };

    private static void CheckNotBlank(string? text, string name)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArgumentException($"{name} must not be blank.", name);
        }

        CheckWhole(text, name);
    }

    /// <summary>Half of a surrogate pair would reach the service as U+FFFD.</summary>
    private static void CheckWhole(string text, string name)
    {
        if (!WholeText.IsWhole(text))
        {
            throw new ArgumentException($"{name} must not contain half of a surrogate pair.", name);
        }
    }

    private static void CheckKnown(bool isKnown, KnownTexts known, string name)
    {
        if (!isKnown)
        {
            throw new ArgumentException(
                $"{name} must be one of {string.Join(", ", known.Texts)}. Set RequestOptions.SkipValidation to send another.",
                name
            );
        }
    }
}
