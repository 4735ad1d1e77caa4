using System.Net;

namespace WorkspaceClients.Reading;

/// <summary>What the service answered with, as it was read.</summary>
internal readonly record struct Answer<T>(T Value, HttpStatusCode StatusCode, int Attempts, ResponseHeaders Headers);
