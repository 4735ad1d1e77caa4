using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>A bar with rate and remaining time on stderr; nothing where nothing may move.</summary>
internal static class ProgressBar
{
    /// <param name="terminal">Where to draw.</param>
    /// <param name="isShown">Whether to draw at all.</param>
    /// <param name="label">What goes on.</param>
    /// <param name="run">Does the work and reports how much is done, and of how much when that is known.</param>
    public static Task RunAsync(Terminal terminal, bool isShown, string label, Func<Action<long, long?>, Task> run)
    {
        if (!isShown || !terminal.ShowsProgress)
        {
            return run((_, _) => { });
        }

        return AnsiConsoleExtensions
            .Progress(terminal.Error)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RateColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(SafeText.Of(label)));
                task.IsIndeterminate = true;
                await run(
                    (done, total) =>
                    {
                        task.IsIndeterminate = total is null;
                        task.MaxValue = Math.Max(total ?? done + 1, 1);
                        task.Value = done;
                    }
                );
                task.StopTask();
            });
    }

    private sealed class RateColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is { } speed ? string.Create(CultureInfo.InvariantCulture, $"{speed:0}/s") : "-/s");
    }
}
