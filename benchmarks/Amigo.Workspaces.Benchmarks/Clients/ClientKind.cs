namespace Amigo.Workspaces.Benchmarks.Clients;

public enum ClientKind
{
    TunedRaw,
    Ours,
    CarefulRaw,
    Refit,
    NSwag,
    RestEase,
    Kiota,
}
