using WebApi;

var builder = WebApplication.CreateBuilder(args);
await builder.UseEmulatorWithoutKeyAsync();

// Reads the section Amigo:Workspaces, then AMIGO_API_KEY and AMIGO_BASE_URL.
builder.Services.AddWorkspacesClient();
builder.Services.AddHealthChecks().AddCheck<WorkspacesHealthCheck>("workspaces");
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<WorkspacesExceptionHandler>();
builder.AddTelemetry();

var app = builder.Build();
app.UseExceptionHandler(
    new ExceptionHandlerOptions
    {
        // A body that cannot be read is the caller's fault in development too, where ASP.NET Core throws.
        StatusCodeSelector = exception =>
            exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
    }
);
app.MapHealthChecks("/health");
app.MapClinics();
await app.RunAsync();
