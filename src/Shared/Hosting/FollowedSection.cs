using Microsoft.Extensions.Configuration;

namespace WorkspaceClients.Hosting;

/// <summary>A section of the configuration whose reloads a client follows.</summary>
/// <remarks>
/// Not an <c>IOptionsChangeTokenSource</c>: with one, a reload that is not valid would throw out of the host's own reload.
/// </remarks>
internal sealed record FollowedSection(string OptionsName, IConfiguration? Section);
