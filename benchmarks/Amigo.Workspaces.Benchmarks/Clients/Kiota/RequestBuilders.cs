using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Amigo.Workspaces.Benchmarks.Clients.Kiota;

// In the manner of the code that Kiota generates.

public partial class WorkspacesRequestBuilder(Dictionary<string, object> pathParameters, IRequestAdapter requestAdapter)
    : BaseRequestBuilder(requestAdapter, "{+baseurl}/v1/workspaces{?continuation_token*,limit*}", pathParameters)
{
    public WorkspacesItemRequestBuilder this[Guid position]
    {
        get
        {
            var urlTplParams = new Dictionary<string, object>(PathParameters) { { "workspace_id", position } };
            return new WorkspacesItemRequestBuilder(urlTplParams, RequestAdapter);
        }
    }

    public async Task<KiotaPage?> GetAsync(
        Action<RequestConfiguration<WorkspacesQueryParameters>>? requestConfiguration = default,
        CancellationToken cancellationToken = default
    )
    {
        var requestInfo = new RequestInformation(Method.GET, UrlTemplate, PathParameters);
        requestInfo.Configure(requestConfiguration);
        requestInfo.Headers.TryAdd("Accept", "application/json");
        return await RequestAdapter
            .SendAsync<KiotaPage>(requestInfo, KiotaPage.CreateFromDiscriminatorValue, KiotaErrors.Mapping(), cancellationToken)
            .ConfigureAwait(false);
    }

    public class WorkspacesQueryParameters
    {
        [QueryParameter("continuation_token")]
        public int? ContinuationToken { get; set; }

        [QueryParameter("limit")]
        public int? Limit { get; set; }
    }
}

public partial class WorkspacesItemRequestBuilder(Dictionary<string, object> pathParameters, IRequestAdapter requestAdapter)
    : BaseRequestBuilder(requestAdapter, "{+baseurl}/v1/workspaces/{workspace_id}", pathParameters)
{
    public async Task<KiotaWorkspace?> GetAsync(
        Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default,
        CancellationToken cancellationToken = default
    )
    {
        var requestInfo = new RequestInformation(Method.GET, UrlTemplate, PathParameters);
        requestInfo.Configure(requestConfiguration);
        requestInfo.Headers.TryAdd("Accept", "application/json");
        return await RequestAdapter
            .SendAsync<KiotaWorkspace>(requestInfo, KiotaWorkspace.CreateFromDiscriminatorValue, KiotaErrors.Mapping(), cancellationToken)
            .ConfigureAwait(false);
    }
}

public partial class MyWorkspacesRequestBuilder(Dictionary<string, object> pathParameters, IRequestAdapter requestAdapter)
    : BaseRequestBuilder(requestAdapter, "{+baseurl}/v1/me/workspaces", pathParameters)
{
    public async Task<KiotaWorkspace?> PostAsync(
        KiotaCreateRequest body,
        Action<RequestConfiguration<DefaultQueryParameters>>? requestConfiguration = default,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(body);
        var requestInfo = new RequestInformation(Method.POST, UrlTemplate, PathParameters);
        requestInfo.Configure(requestConfiguration);
        requestInfo.Headers.TryAdd("Accept", "application/json");
        requestInfo.SetContentFromParsable(RequestAdapter, "application/json", body);
        return await RequestAdapter
            .SendAsync<KiotaWorkspace>(requestInfo, KiotaWorkspace.CreateFromDiscriminatorValue, KiotaErrors.Mapping(), cancellationToken)
            .ConfigureAwait(false);
    }
}

public partial class KiotaError : ApiException, IParsable
{
    public string? Detail { get; set; }

    public static KiotaError CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new KiotaError();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() =>
        new Dictionary<string, Action<IParseNode>> { { "detail", n => Detail = n.GetStringValue() } };

    public virtual void Serialize(ISerializationWriter writer) => throw new NotSupportedException("Only ever read here.");
}

internal static class KiotaErrors
{
    public static Dictionary<string, ParsableFactory<IParsable>> Mapping() =>
        new() { { "404", KiotaError.CreateFromDiscriminatorValue }, { "422", KiotaError.CreateFromDiscriminatorValue } };
}
