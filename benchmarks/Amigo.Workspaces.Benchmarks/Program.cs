using System.Globalization;
using Amigo.Workspaces.Benchmarks;
using Amigo.Workspaces.Benchmarks.Reporting;
using Amigo.Workspaces.Benchmarks.Service;
using Amigo.Workspaces.Benchmarks.Soak;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["quick", .. var names]:
        return Quick.Run(names);
    case ["report", var folder]:
        await Report.WriteAsync(folder);
        return 0;
    case ["fill", var page, var name, var text]:
        MarkedPage.Fill(page, name, text);
        return 0;
    case ["bdn", .. var options]:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(options);
        return 0;
    case ["serve", var latency]:
        await LoopbackService.RunAsync(TimeSpan.FromMilliseconds(int.Parse(latency, CultureInfo.InvariantCulture)));
        return 0;
    case ["soak", var operations]:
        return await SoakTest.RunAsync(operations);
    case ["load", var address, var key, var operations]:
        return await Load.RunAsync(new Uri(address), key, int.Parse(operations, CultureInfo.InvariantCulture));
    default:
        await Console.Error.WriteLineAsync(
            """
            quick [cases]           compares with the tuned raw client, in half a minute
            report <folder>         compares all clients and fills <folder>/performance.md and performance.svg
            fill <page> <name> <text>   replaces what stands between the marks of that name
            bdn [options]           runs the cases in BenchmarkDotNet
            soak <operations>       runs many mixed operations with faults against the emulator
            load <address> <key> <operations>   the soak test's client
            serve <milliseconds>    the service that the loopback cases call; it ends when its input does
            """
        );
        return 2;
}
