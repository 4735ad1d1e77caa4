using Amigo.Workspaces.Client;

namespace UnitTesting;

/// <summary>The code under test. It takes the smallest interface that does, so that a test can put a fake in its place.</summary>
public sealed class ClinicOnboarding(IAccountApi account)
{
    /// <summary>One line for the person who asked for the clinic.</summary>
    public async Task<string> SignUpAsync(string name, CancellationToken cancellationToken)
    {
        var request = new CreateWorkspaceRequest
        {
            Slug = WorkspaceSlug.FromName(name),
            Name = name,
            Environment = WorkspaceEnvironment.Staging,
        };
        try
        {
            var response = await account.CreateMyWorkspaceAsync(request, cancellationToken: cancellationToken);
            return $"{response.Value.Slug} is ready (request {response.RequestId}).";
        }
        catch (WorkspacesConflictException)
        {
            return $"{request.Slug} is taken: choose another name.";
        }
        catch (WorkspacesException failure) when (failure.MayHaveBeenApplied)
        {
            return $"{request.Slug} may be there already: look before you sign up again.";
        }
    }

    /// <summary>The slugs of the clinics that still have to be provisioned.</summary>
    public static async Task<IReadOnlyList<string>> FindUnprovisionedAsync(
        AsyncPageable<Workspace> workspaces,
        CancellationToken cancellationToken
    )
    {
        var slugs = new List<string>();
        await foreach (var workspace in workspaces.WithCancellation(cancellationToken))
        {
            if (workspace.ProvisionedAt is null)
            {
                slugs.Add(workspace.Slug);
            }
        }

        return slugs;
    }
}
