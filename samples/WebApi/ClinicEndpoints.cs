using Amigo.Workspaces.Client;
using Microsoft.AspNetCore.Http.HttpResults;

namespace WebApi;

internal static class ClinicEndpoints
{
    public static void MapClinics(this WebApplication app)
    {
        var clinics = app.MapGroup("/clinics");
        clinics.MapGet("", ListAsync);
        clinics.MapGet("{slug}", GetAsync);
        clinics.MapPost("", CreateAsync);
    }

    /// <summary>Read to the end before anything is answered, so that a failure half-way is a failure and not a short list.</summary>
    private static async Task<Ok<List<Clinic>>> ListAsync(IWorkspacesClient client, CancellationToken cancellationToken) =>
        TypedResults.Ok(await client.ListAsync().Select(Clinic.From).ToListAsync(cancellationToken));

    private static async Task<Results<Ok<Clinic>, ProblemHttpResult>> GetAsync(
        string slug,
        IWorkspacesClient client,
        CancellationToken cancellationToken
    ) =>
        WorkspaceSlug.IsValid(slug) && await client.FindBySlugAsync(slug, cancellationToken) is { } workspace
            ? TypedResults.Ok(Clinic.From(workspace))
            : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no such clinic.");

    /// <summary>Safe to repeat: a staging clinic of that name that is there already is the answer; one in production is a conflict.</summary>
    private static async Task<Results<Ok<Clinic>, ProblemHttpResult>> CreateAsync(
        NewClinic clinic,
        IWorkspacesClient client,
        CancellationToken cancellationToken
    ) =>
        clinic.ToRequest() is { } request
            ? TypedResults.Ok(Clinic.From(await client.EnsureCreatedAsync(request, cancellationToken)))
            : TypedResults.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                title: "Not valid.",
                detail: "The name must have at least two letters or digits."
            );
}
