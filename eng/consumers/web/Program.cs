var builder = WebApplication.CreateBuilder(args);
builder.Services.AddWorkspacesClient();
builder.Build();
