using System.Globalization;
using Amigo.Workspaces.Cli.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>A bar with rate and remaining time on stderr; nothing where nothing may move.</summary>
internal static class ProgressBar
{
    // Long enough that what is quick draws nothing, short enough that nobody wonders.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Draws a bar while something is read that takes a while, and leaves nothing of it behind.</summary>
    /// <param name="session">Where to draw, and when.</param>
    /// <param name="label">What goes on.</param>
    /// <param name="read">Reads and reports how much is read, and of how much when that is known.</param>
    public static async Task<T> WhileReadingAsync<T>(Session session, string label, Func<Action<long, long?>, Task<T>> read)
    {
        var progress = (Done: 0L, Total: (long?)null);
        Action<long, long?> draw = (_, _) => { };
        var reading = read(
            (done, total) =>
            {
                progress = (done, total);
                Volatile.Read(ref draw)(done, total);
            }
        );
        var patience = Task.Delay(Patience, session.Time, session.CancellationToken);
        if (session.Terminal.ShowsProgress && await Task.WhenAny(reading, patience) == patience && !reading.IsCompleted)
        {
            await RunAsync(
                session.Terminal,
                label,
                isLeftBehind: false,
                report =>
                {
                    report(progress.Done, progress.Total);
                    Volatile.Write(ref draw, report);
                    return Task.WhenAny(reading);
                }
            );
        }

        return await reading;
    }

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

        return RunAsync(terminal, label, isLeftBehind: true, run);
    }

    private static Task RunAsync(Terminal terminal, string label, bool isLeftBehind, Func<Action<long, long?>, Task> run) =>
        AnsiConsoleExtensions
            .Progress(terminal.Error)
            .AutoClear(!isLeftBehind)
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

    private sealed class RateColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is { } speed ? string.Create(CultureInfo.InvariantCulture, $"{speed:0}/s") : "-/s");
    }
}
