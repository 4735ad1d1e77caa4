namespace PolyteiaStub;

/// <summary>Something that goes wrong with a request.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Applies">Whether the query or command is carried out all the same.</param>
/// <param name="Status">The status to answer with in place of the real one.</param>
/// <param name="Reset">Whether the connection is reset in place of an answer.</param>
/// <param name="SentPart">How much of the body is sent before the connection is reset: 0 to 1.</param>
/// <param name="BodyPart">How much of the body the answer holds, complete by its headers: 0 to 1.</param>
public sealed record StubFault(string Name, bool Applies, int? Status = null, bool Reset = false, double SentPart = 1, double BodyPart = 1)
{
    /// <summary>The connection is reset and nothing is carried out.</summary>
    public static StubFault ResetBeforeApply { get; } = new(nameof(ResetBeforeApply), Applies: false, Reset: true);

    /// <summary>It is carried out, then the connection is reset without an answer.</summary>
    public static StubFault ResetAfterApply { get; } = new(nameof(ResetAfterApply), Applies: true, Reset: true);

    /// <summary>It is carried out, and the connection is reset half-way through the answer.</summary>
    public static StubFault TruncatedBody { get; } = new(nameof(TruncatedBody), Applies: true, SentPart: 0.5);

    /// <summary>It is carried out, and the answer arrives whole, but is not JSON.</summary>
    public static StubFault MalformedJson { get; } = new(nameof(MalformedJson), Applies: true, BodyPart: 0.5);

    /// <summary>Answers with a status; nothing is carried out.</summary>
    public static StubFault WithStatus(int status) => new($"{nameof(WithStatus)}({status})", Applies: false, Status: status);

    /// <summary>It is carried out and answered with another status, as when a proxy gives up on a slow service.</summary>
    public static StubFault WithStatusAfterApply(int status) =>
        new($"{nameof(WithStatusAfterApply)}({status})", Applies: true, Status: status);

    /// <summary>The fault's name.</summary>
    public override string ToString() => Name;
}
