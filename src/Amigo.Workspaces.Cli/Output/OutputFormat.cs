namespace Amigo.Workspaces.Cli.Output;

internal enum OutputFormat
{
    Table,
    Json,
    Yaml,
    Csv,
}
