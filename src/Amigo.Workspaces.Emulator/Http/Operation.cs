using Amigo.Workspaces.Emulator.Validation;

namespace Amigo.Workspaces.Emulator.Http;

/// <summary>One row of the operation table.</summary>
/// <param name="Id">The operationId.</param>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path template.</param>
/// <param name="LeastRole">The least of the roles that may.</param>
/// <param name="Execute">Reads the inputs and, when they are valid, does it.</param>
internal sealed record Operation(string Id, string Method, string Path, WorkspaceRole LeastRole, Func<OperationInputs, Reply> Execute);
