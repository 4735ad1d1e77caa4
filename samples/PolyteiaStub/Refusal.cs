namespace PolyteiaStub;

/// <summary>The stub says no.</summary>
internal sealed class Refusal(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static Refusal Invalid(string message) => new(422, "invalid_params", message);

    public static Refusal NotFound() => new(404, "not_found", "There is no such workspace.");
}
