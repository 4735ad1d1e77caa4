using Amigo.Workspaces.Client;

namespace WebApi;

/// <summary>What a caller sends to get a clinic.</summary>
internal sealed record NewClinic(string? Name)
{
    /// <summary>What to create; <see langword="null" /> when no slug can be made of the name.</summary>
    public CreateWorkspaceRequest? ToRequest()
    {
        try
        {
            return new CreateWorkspaceRequest
            {
                Slug = WorkspaceSlug.FromName(Name!),
                Name = Name!,
                Environment = WorkspaceEnvironment.Staging,
            };
        }
        catch (ArgumentException)
        {
            // Its message is for us. Our callers are told in words of our own API.
            return null;
        }
    }
}
