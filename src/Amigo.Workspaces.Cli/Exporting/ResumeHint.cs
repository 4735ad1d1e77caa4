using System.Globalization;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Exporting;

/// <summary>The command that goes on with an export that broke off.</summary>
internal sealed record ResumeHint(FileInfo? Target, bool IsCsv)
{
    public string From(long? token)
    {
        if (token is null)
        {
            return "Run the command again to start over.";
        }

        var format = IsCsv ? " --output csv" : "";
        var number = token.Value.ToString(CultureInfo.InvariantCulture);
        return Target is null
            ? $"Continue with: {CommandLine.Name} export{format} --token {number} >> FILE"
            : $"Continue with: {CommandLine.Name} export '{Target}'{format} --token {number}";
    }
}
