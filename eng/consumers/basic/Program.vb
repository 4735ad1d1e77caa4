Imports Amigo.Workspaces.Client

Module Program
    Sub Main()
        ListAsync().GetAwaiter().GetResult()
    End Sub

    Private Async Function ListAsync() As Task
        Using client As New WorkspacesClient(WorkspacesClientOptions.FromEnvironment())
            Dim reader = client.ListAsync().GetAsyncEnumerator()
            While Await reader.MoveNextAsync()
                Console.WriteLine($"{reader.Current.Slug} is in {reader.Current.Environment}")
            End While

            Await reader.DisposeAsync()
        End Using
    End Function

    ' A type with required members, such as CreateWorkspaceRequest, cannot be made in Visual Basic: that takes C#.
    Public Function RenameAsync(client As IWorkspacesClient, id As Guid) As Task(Of Workspace)
        Return client.UpdateAsync(id, New UpdateWorkspaceRequest With {.Name = "Clinic in Visual Basic"})
    End Function
End Module
