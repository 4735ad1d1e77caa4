namespace ManyTenants;

/// <summary>What became of the work for one clinic.</summary>
internal sealed record ClinicAnswer(string Clinic, string Text, bool Succeeded);
