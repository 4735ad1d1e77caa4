using Amigo.Workspaces.Emulator.State;
using Amigo.Workspaces.Emulator.Validation;

namespace Amigo.Workspaces.Emulator.Http;

/// <summary>The ten operations.</summary>
internal sealed class Operations
{
    private const string CreateId = "create-my-workspace";
    private const string UpdateId = "update-workspace";
    private const string ProvisionId = "provision-workspace";
    private const string ArchiveId = "archive-workspace";
    private const string ConvertId = "convert-workspace-environment";
    private const string SetTestCallersId = "update-test-caller-numbers";

    private readonly WorkspaceStore _store;

    public Operations(WorkspaceStore store)
    {
        _store = store;
        Table =
        [
            new("list-workspaces", "GET", "/v1/workspaces", WorkspaceRole.Viewer, List),
            new("get-workspace", "GET", "/v1/workspaces/{workspace_id}", WorkspaceRole.Viewer, Get),
            new(UpdateId, "PATCH", "/v1/workspaces/{workspace_id}", WorkspaceRole.Admin, Update),
            new(ProvisionId, "POST", "/v1/workspaces/{workspace_id}/provision", WorkspaceRole.Admin, Provision),
            new(ArchiveId, "POST", "/v1/workspaces/{workspace_id}/archive", WorkspaceRole.Owner, Archive),
            new(
                "check-environment-conversion",
                "GET",
                "/v1/workspaces/{workspace_id}/environment-check",
                WorkspaceRole.Viewer,
                CheckConversion
            ),
            new(ConvertId, "POST", "/v1/workspaces/{workspace_id}/convert-environment", WorkspaceRole.Admin, Convert),
            new(
                "get-test-caller-numbers",
                "GET",
                "/v1/workspaces/{workspace_id}/test-caller-numbers",
                WorkspaceRole.Viewer,
                GetTestCallers
            ),
            new(SetTestCallersId, "PUT", "/v1/workspaces/{workspace_id}/test-caller-numbers", WorkspaceRole.Admin, SetTestCallers),
            new(CreateId, "POST", "/v1/me/workspaces", WorkspaceRole.Owner, Create),
        ];
    }

    public IReadOnlyList<Operation> Table { get; }

    private static Reply Answer(OperationInputs inputs, Func<Reply> reply) =>
        inputs.Problems.Count > 0 ? Reply.Invalid(inputs.Problems) : reply();

    private Reply List(OperationInputs inputs)
    {
        var limit = inputs.QueryLimit(defaultLimit: 10, maxLimit: 100);

        // The contract sets no lower bound; one below the start counts as the start.
        var offset = Math.Max(0, inputs.QueryInteger("continuation_token", 0));
        return Answer(
            inputs,
            () =>
            {
                var (items, total) = _store.List(offset, limit);
                long? next = items.Count > 0 && offset + items.Count < total ? offset + items.Count : null;
                return Reply.Json(200, writer => writer.WritePage(items, next, total));
            }
        );
    }

    private Reply Get(OperationInputs inputs)
    {
        var id = inputs.WorkspaceId();
        return Answer(inputs, () => Reply.Of(_store.Find(id), WireFormat.WriteWorkspace));
    }

    private Reply Update(OperationInputs inputs)
    {
        var id = inputs.WorkspaceId();
        var body = inputs.Body();
        var update = new WorkspaceUpdate(
            body.OptionalText("name", TextRule.StrippedNonempty),
            body.OptionalLiteral("environment", KnownValues.Environments),
            body.OptionalLiteral("region", KnownValues.Regions),
            body.Has("connector_type"),
            body.OptionalLiteral("connector_type", KnownValues.ConnectorTypes)
        );
        return Answer(inputs, () => Reply.Of(_store.Update(UpdateId, id, update), WireFormat.WriteWorkspace));
    }

    private Reply Provision(OperationInputs inputs)
    {
        var id = inputs.WorkspaceId();
        return Answer(inputs, () => Reply.Of(_store.Provision(ProvisionId, id), WireFormat.WriteProvisioned));
    }

    private Reply Archive(OperationInputs inputs)
    {
        var id = inputs.WorkspaceId();
        var slug = inputs.Body().RequiredText("slug", TextRule.Slug);
        return Answer(inputs, () => Reply.Of(_store.Archive(ArchiveId, id, slug), WireFormat.WriteWorkspace));
    }

    private Reply CheckConversion(OperationInputs inputs)
    {
        var id = inputs.WorkspaceId();
        var target = inputs.QueryLiteral("target", KnownValues.Production, KnownValues.ConversionTargets);
        return Answer(
            inputs,
            () =>
                Reply.Of(
                    _store.Find(id),
                    (writer, workspace) =>
                        writer.WriteCheck(workspace.Environment, target, EnvironmentConversion.Warnings(workspace, target))
                )
        );
    }

    private Reply Convert(OperationInputs inputs)
    {
        var id = inputs.WorkspaceId();
        var body = inputs.Body();
        var target = body.RequiredLiteral("target", KnownValues.ConversionTargets);
        var confirmation = body.RequiredText("confirm_slug", TextRule.Slug);
        return Answer(inputs, () => Reply.Of(_store.Convert(ConvertId, id, target, confirmation), WireFormat.WriteWorkspace));
    }

    private Reply GetTestCallers(OperationInputs inputs)
    {
        var id = inputs.WorkspaceId();
        return Answer(inputs, () => Reply.Of(_store.Find(id), WireFormat.WriteTestCallerNumbers));
    }

    private Reply SetTestCallers(OperationInputs inputs)
    {
        var id = inputs.WorkspaceId();
        var numbers = inputs.Body().RequiredTexts("numbers", maxItems: 100);
        return Answer(
            inputs,
            () => Reply.Of(_store.SetTestCallerNumbers(SetTestCallersId, id, numbers), WireFormat.WriteTestCallerNumbers)
        );
    }

    private Reply Create(OperationInputs inputs)
    {
        var body = inputs.Body();
        var slug = body.RequiredText("slug", TextRule.Slug);
        var name = body.RequiredText("name", TextRule.StrippedNonempty);
        var environment = body.RequiredLiteral("environment", KnownValues.Environments);
        var backendOrgId = body.OptionalText("backend_org_id", TextRule.StrippedNonempty);
        return Answer(
            inputs,
            () => Reply.Of(_store.Create(CreateId, slug, name, environment, backendOrgId), WireFormat.WriteWorkspace, status: 201)
        );
    }
}
