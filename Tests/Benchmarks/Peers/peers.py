"""Python's YAML readers as peers: reads the files that are listed in argv[1], one a line, and for each line on
stdin runs one pass over them with the reader of that name and prints the nanoseconds it took and how many files
failed. A reader that isn't installed answers with `missing`."""

import sys
import time


def csafeloader():
    import yaml

    return lambda text: list(yaml.load_all(text, Loader=yaml.CSafeLoader))


def ruamel():
    import ruamel.yaml

    return lambda text: list(ruamel.yaml.YAML(typ="rt").load_all(text))


READERS = {"csafeloader": csafeloader, "ruamel": ruamel}


def main():
    with open(sys.argv[1], encoding="utf-8") as listing:
        paths = listing.read().splitlines()
    texts = []
    for path in paths:
        with open(path, "rb") as file:
            texts.append(file.read())
    for line in sys.stdin:
        try:
            read = READERS[line.strip()]()
        except ImportError:
            print("missing", flush=True)
            continue
        failed = 0
        start = time.perf_counter_ns()
        for text in texts:
            try:
                read(text)
            except Exception:
                failed += 1
        print(time.perf_counter_ns() - start, failed, flush=True)


main()
