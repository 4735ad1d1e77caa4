using Amigo.Workspaces.Client;

// One call, and out: what is measured is how long a program takes that uses this client. Its sibling does the same by hand.
using var client = new WorkspacesClient(WorkspacesClientOptions.FromEnvironment());
var page = await client.Workspaces.ListWorkspacesAsync(limit: 1);
return page.Value.Items.Count == 1 ? 0 : 1;
