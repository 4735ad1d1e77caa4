return await Amigo.Workspaces.Emulator.Cli.Program.Main(args);
