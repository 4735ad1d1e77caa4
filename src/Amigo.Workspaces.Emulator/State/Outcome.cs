namespace Amigo.Workspaces.Emulator.State;

/// <summary>What became of an operation: a workspace, or the reason why not.</summary>
internal readonly record struct Outcome
{
    private Outcome(EmulatedWorkspace? workspace, Rejection? rejection)
    {
        Workspace = workspace;
        Rejection = rejection;
    }

    public EmulatedWorkspace? Workspace { get; }

    public Rejection? Rejection { get; }

    public static Outcome Of(EmulatedWorkspace workspace) => new(workspace, null);

    public static Outcome Rejected(int status, string detail) => new(null, new Rejection(status, detail));
}
