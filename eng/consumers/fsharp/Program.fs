open Amigo.Workspaces.Client
open System.Collections.Generic
open System.Threading.Tasks

let printAll (items: IAsyncEnumerable<Workspace>) =
    task {
        let reader = items.GetAsyncEnumerator()

        try
            let mutable more = true

            while more do
                let! next = reader.MoveNextAsync()
                more <- next

                if more then
                    printfn $"{reader.Current.Slug} is in {reader.Current.Environment}"
        finally
            reader.DisposeAsync() |> ignore
    }

let rename (client: IWorkspacesClient) id : Task<Workspace> =
    client.UpdateAsync(id, UpdateWorkspaceRequest(Name = "Clinic in F#"))

[<EntryPoint>]
let main _ =
    use client = new WorkspacesClient(WorkspacesClientOptions.FromEnvironment())
    (printAll (client.ListAsync())).Wait()
    0
