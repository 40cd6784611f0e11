// Loaded into child processes with --import: the child ends when the process that started it does, even by kill -9,
// because the channel between them closes then. Children of the child inherit the flag, but are not ours to end.
const GRACE_MS = 11_000;

if (process.connected && Number(process.env.WHETSTONE_TETHER) === process.ppid) {
  process.once("disconnect", () => {
    process.kill(process.pid, process.env.WHETSTONE_TETHER_SIGNAL ?? "SIGTERM");
    setTimeout(() => process.exit(1), GRACE_MS).unref();
  });
  // The channel alone must not keep a process alive that has done its work.
  process.channel?.unref();
}
