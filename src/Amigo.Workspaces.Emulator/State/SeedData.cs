using System.Globalization;

namespace Amigo.Workspaces.Emulator.State;

/// <summary>Plausible clinics, the same ones in every run but for their ids and dates.</summary>
internal static class SeedData
{
    private static readonly string[] Places =
    [
        "Northside",
        "Lakeview",
        "Riverbend",
        "Maple Street",
        "Harbor",
        "Cedar Grove",
        "Sunrise",
        "Oak Hill",
        "Bayfront",
        "Summit",
        "Willow Creek",
    ];

    private static readonly string[] Practices =
    [
        "Family Clinic",
        "Pediatrics",
        "Dental Care",
        "Cardiology",
        "Women's Health",
        "Orthopedics",
        "Urgent Care",
        "Dermatology",
    ];

    private static readonly string?[] ConnectorTypes = [.. KnownValues.ConnectorTypes, null];

    public static EmulatedWorkspace Workspace(int ordinal, Func<string, bool> isTaken, DateTimeOffset now)
    {
        // The lengths of the lists share no factor, so all pairs of them come up before the first repeats.
        var name = $"{Places[ordinal % Places.Length]} {Practices[ordinal % Practices.Length]}";
        return new EmulatedWorkspace
        {
            Id = Guid.NewGuid(),
            Slug = FreeSlug(name, isTaken),
            Name = name,
            Environment = KnownValues.Environments[ordinal % KnownValues.Environments.Count],
            BackendOrgId = ordinal % 2 == 0 ? string.Create(CultureInfo.InvariantCulture, $"org-{ordinal + 1:D4}") : null,
            Region = KnownValues.Regions[ordinal % KnownValues.Regions.Count],
            ConnectorType = ConnectorTypes[ordinal % ConnectorTypes.Length],
            ProvisionedAt = ordinal % 5 == 4 ? null : now,
            CreatedAt = now,
            UpdatedAt = now,
            TestCallerNumbers = ordinal % 4 == 1 ? ["+15550100"] : [],
        };
    }

    private static string FreeSlug(string name, Func<string, bool> isTaken)
    {
        var words = name.Replace("'", "", StringComparison.Ordinal).Replace(' ', '-').ToLowerInvariant();
        var slug = words;
        for (var number = 2; isTaken(slug); number++)
        {
            slug = string.Create(CultureInfo.InvariantCulture, $"{words}-{number}");
        }

        return slug;
    }
}
