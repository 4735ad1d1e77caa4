using System.Text.Json.Nodes;

namespace Polyteia.Workspaces.Client.Validation;

/// <summary>
/// Holds a request against the vendor's documentation before anything is sent. A message names the property and the rule, and repeats no value.
/// </summary>
internal static class RequestGuard
{
    public const int MaxNameLength = 50;
    public const int MaxDescriptionLength = 255;

    private const int MinPage = 1;
    private const int MinPageSize = 1;
    private const int MaxPageSize = 100;

    /// <summary>An identifier is opaque: whether it names something is the service's to say.</summary>
    public static void CheckId(string? id, RequestOptions? options, string name)
    {
        ArgumentNullException.ThrowIfNull(id, name);
        if (Skips(options))
        {
            return;
        }

        if (id.Length == 0)
        {
            throw new ArgumentException($"{name} must not be empty.", name);
        }

        if (id.Any(char.IsControl))
        {
            throw new ArgumentException($"{name} must not contain control characters.", name);
        }

        if (!WholeText.IsWhole(id))
        {
            throw new ArgumentException($"{name} must not contain half of a surrogate pair.", name);
        }
    }

    public static void Check(ListWorkspacesOptions list, RequestOptions? options)
    {
        // Pages are counted on from the first one, and held against their size: neither can be left to the service.
        if (list.Page < MinPage)
        {
            throw new ArgumentOutOfRangeException(nameof(list), $"{nameof(list.Page)} must be from {MinPage}.");
        }

        if (list.PageSize < MinPageSize || (list.PageSize > MaxPageSize && !Skips(options)))
        {
            throw new ArgumentOutOfRangeException(nameof(list), $"{nameof(list.PageSize)} must be from {MinPageSize} to {MaxPageSize}.");
        }
    }

    public static void Check(CreateWorkspaceRequest request, RequestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckId(request.OrganizationId, options, nameof(request.OrganizationId));
        CheckName(request.Name, options, nameof(request.Name));
        CheckDescription(request.Description, options, nameof(request.Description));
        CheckAttributes(request.Attributes, nameof(request.Attributes));
    }

    public static void Check(UpdateWorkspaceRequest request, RequestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckName(request.Name, options, nameof(request.Name));
        if (request.Description.IsSet)
        {
            CheckDescription(request.Description.Value, options, nameof(request.Description));
        }

        CheckAttributes(request.Attributes.Value, nameof(request.Attributes));
    }

    /// <summary>Only the workspace's own name can match, so nothing else is asked of it.</summary>
    public static void CheckConfirmation(string? confirmName, string name) => ArgumentException.ThrowIfNullOrEmpty(confirmName, name);

    private static void CheckName(string? text, RequestOptions? options, string name)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        if (!Skips(options) && (text.Length == 0 || !IsTextOf(text, MaxNameLength)))
        {
            throw new ArgumentException($"{name} must be 1 to {MaxNameLength} Unicode characters, counted as code points.", name);
        }
    }

    private static void CheckDescription(string? text, RequestOptions? options, string name)
    {
        if (text is not null && !Skips(options) && !IsTextOf(text, MaxDescriptionLength))
        {
            throw new ArgumentException($"{name} must be at most {MaxDescriptionLength} Unicode characters, counted as code points.", name);
        }
    }

    /// <summary>Without validation too: what cannot be sent unchanged would be changed silently.</summary>
    private static void CheckAttributes(JsonObject? attributes, string name)
    {
        if (!AttributeTexts.AreWhole(attributes))
        {
            throw new ArgumentException($"{name} must not contain half of a surrogate pair, in a name or a value.", name);
        }
    }

    /// <summary>
    /// Whether a text is no more than so many Unicode characters. They are counted as code points, as JSON Schema, PostgreSQL and most servers
    /// do: UTF-16 units would refuse emoji that the service takes, and what a reader sees as one character would let through what it refuses.
    /// Half of a surrogate pair is no character at all.
    /// </summary>
    private static bool IsTextOf(string text, int maxLength) =>
        WholeText.IsWhole(text) && text.Length - text.Count(char.IsLowSurrogate) <= maxLength;

    private static bool Skips(RequestOptions? options) => options is { SkipValidation: true };
}
