using System.Diagnostics.CodeAnalysis;

namespace WorkspaceClients.Sending;

/// <summary>How an attempt ended: with a value or with a failure.</summary>
internal sealed class AttemptOutcome<T>
    where T : class
{
    private AttemptOutcome(T? value, Failure? failure)
    {
        Value = value;
        Failure = failure;
    }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsSuccess => Failure is null;

    public T? Value { get; }

    public Failure? Failure { get; }

    public static implicit operator AttemptOutcome<T>(T value) => new(value, null);

    public static implicit operator AttemptOutcome<T>(Failure failure) => new(null, failure);
}
