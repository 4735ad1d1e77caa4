using Amigo.Workspaces.Benchmarks;

if (args is ["quick", .. var rest])
{
    await Quick.RunAsync(rest.FirstOrDefault() ?? "", rest.Contains("ours"));
    return;
}
