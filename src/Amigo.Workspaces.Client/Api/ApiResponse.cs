using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Amigo.Workspaces.Client;

/// <summary>A value from the service, with the status, headers and rate limit of its answer.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class ApiResponse<T>
{
    private readonly ResponseHeaders? _source;
    private readonly string? _requestId;
    private readonly RateLimit? _rateLimit;
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? _headers;

    /// <summary>Creates an answer, to stand in for the service's in a test.</summary>
    /// <param name="value">The value.</param>
    /// <param name="statusCode">The status.</param>
    /// <param name="requestId">The service's id of the request.</param>
    /// <param name="rateLimit">The rate limit in the answer.</param>
    /// <param name="attempts">How many attempts the call took.</param>
    /// <param name="headers">The headers of the answer.</param>
    public ApiResponse(
        T value,
        HttpStatusCode statusCode = HttpStatusCode.OK,
        string? requestId = null,
        RateLimit? rateLimit = null,
        int attempts = 1,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? headers = null
    )
    {
        Value = value;
        StatusCode = statusCode;
        Attempts = attempts;
        _requestId = requestId;
        _rateLimit = rateLimit;
        _headers = Copy(headers);
    }

    internal ApiResponse(in Answer<T> answer)
    {
        Value = answer.Value;
        StatusCode = answer.StatusCode;
        Attempts = answer.Attempts;
        _source = answer.Headers;
    }

    /// <summary>The value.</summary>
    public T Value { get; }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The service's id of the request, to quote to its support; <see langword="null" /> when it sent none.</summary>
    public string? RequestId => _source is null ? _requestId : _source.RequestId;

    /// <summary>The rate limit in the answer; <see langword="null" /> when there is none.</summary>
    public RateLimit? RateLimit => _source is null ? _rateLimit : _source.RateLimit;

    /// <summary>How many attempts the call took; 1 when the first one succeeded.</summary>
    public int Attempts { get; }

    /// <summary>The headers of the answer, by name in any case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers => _headers ??= _source!.ToDictionary();

    /// <summary>The value alone, when the rest of the answer does not matter.</summary>
    /// <param name="response">The answer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response" /> is <see langword="null" />.</exception>
    [SuppressMessage("Design", "CA1065", Justification = "There is no value to give, and null would hide that.")]
    [SuppressMessage("Usage", "CA2225", Justification = "Value is the named alternative.")]
    public static implicit operator T(ApiResponse<T> response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Value;
    }

    /// <summary>The status, the request and the value, on one line.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)StatusCode} after {Attempts} attempt{(Attempts == 1 ? "" : "s")}, request {RequestId ?? "without an id"}: {RecordText.Of(Value)}"
        );

    private static ReadOnlyDictionary<string, IReadOnlyList<string>> Copy(IReadOnlyDictionary<string, IReadOnlyList<string>>? headers)
    {
        var copy = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers ?? copy)
        {
            copy[header.Key] = header.Value;
        }

        return new ReadOnlyDictionary<string, IReadOnlyList<string>>(copy);
    }
}
