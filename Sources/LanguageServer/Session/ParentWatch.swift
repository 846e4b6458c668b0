import Glibc

/// Ends this process when the one that started it is gone.
///
/// The end of the input tells the same, unless somebody else holds the pipe open. It runs on a thread of its own
/// and asks nobody, so an evaluation that hangs can't keep the process alive.
enum ParentWatch {
  private static let secondsBetweenLooks: UInt32 = 3

  static func start(_ processID: Int, _ log: Log) {
    guard let process = pid_t(exactly: processID), process > 0 else {
      log(.warning, "there can be no process \(processID)")
      return
    }
    let thread = WorkerThread(stackSize: 1 << 18) {
      while isAlive(process) { sleep(secondsBetweenLooks) }
      log(.warning, "process \(process), which started the server, is gone")
      _exit(1)
    }
    if thread == nil { log(.warning, "process \(process) is not watched: the system gives no thread") }
  }

  private static func isAlive(_ process: pid_t) -> Bool { kill(process, 0) == 0 || errno != ESRCH }
}
