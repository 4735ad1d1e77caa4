namespace Amigo.Workspaces.Cli.Exporting;

internal enum ExportFormat
{
    JsonLines,
    Csv,
    Manifest,
}
