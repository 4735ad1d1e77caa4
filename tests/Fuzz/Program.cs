using Fuzz;
using SharpFuzz;

// Nothing that is instrumented may run before this: it would write to memory that is not there yet.
Fuzzer.OutOfProcess.Run(stream =>
{
    using var input = new MemoryStream();
    stream.CopyTo(input);
    Readers.All[args[0]](input.ToArray());
});
