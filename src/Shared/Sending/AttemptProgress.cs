namespace WorkspaceClients.Sending;

/// <summary>How far an attempt has come: what an exception in its way means depends on that.</summary>
internal struct AttemptProgress
{
    public bool HasKey { get; set; }

    public HttpMessageInvoker? Connections { get; set; }

    /// <summary>Whether the request was given to the client.</summary>
    public bool IsSent { get; set; }

    public RequestContent? Body { get; set; }

    /// <summary>The answer, once its headers are there.</summary>
    public HttpResponseMessage? Response { get; set; }

    /// <summary>Only our own connection can prove that nothing was sent; the word of a handler proves nothing.</summary>
    public readonly bool MayHaveSent => IsSent && Body?.ProvesNothingWasSent() != true;
}
