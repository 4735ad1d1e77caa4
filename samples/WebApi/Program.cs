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
app.UseExceptionHandler();
app.MapHealthChecks("/health");
app.MapClinics();
await app.RunAsync();
