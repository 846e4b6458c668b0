import Glibc

/// Computes an answer for each item on several threads, and hands them over in the order of the items.
enum OrderedWork {
  static func run<Item: Sendable, Answer: Sendable>(
    _ items: [Item], _ compute: @escaping @Sendable (Item) -> Answer, deliver: (Int, Answer) -> Void
  ) {
    let board = Board<Answer>(count: items.count)
    let threads = (0..<min(processors, items.count)).compactMap { _ in
      DeepThread {
        while let position = board.next() { board.put(compute(items[position]), at: position) }
      }
    }
    for position in items.indices {
      // Without any thread the work is done here.
      if threads.isEmpty {
        deliver(position, compute(items[position]))
      } else {
        deliver(position, board.take(position))
      }
    }
    for thread in threads { thread.join() }
  }

  private static var processors: Int {
    min(max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), 8)
  }
}

/// What has been given out and what has come back.
private final class Board<Answer: Sendable>: @unchecked Sendable {
  private let count: Int
  private var given = 0
  private var answers: [Int: Answer] = [:]
  private var mutex = pthread_mutex_t()
  private var condition = pthread_cond_t()
  private var delivered = 0

  /// How far the work may run ahead of delivery, so that answers don't pile up.
  private let maximumLead = 256

  init(count: Int) {
    self.count = count
    pthread_mutex_init(&mutex, nil)
    pthread_cond_init(&condition, nil)
  }

  deinit {
    pthread_cond_destroy(&condition)
    pthread_mutex_destroy(&mutex)
  }

  func next() -> Int? {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    while given < count, given > delivered + maximumLead { pthread_cond_wait(&condition, &mutex) }
    guard given < count else { return nil }
    given += 1
    return given - 1
  }

  func put(_ answer: Answer, at position: Int) {
    pthread_mutex_lock(&mutex)
    answers[position] = answer
    pthread_cond_broadcast(&condition)
    pthread_mutex_unlock(&mutex)
  }

  func take(_ position: Int) -> Answer {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    while true {
      if let answer = answers.removeValue(forKey: position) {
        delivered = position
        pthread_cond_broadcast(&condition)
        return answer
      }
      pthread_cond_wait(&condition, &mutex)
    }
  }
}
