"""Python engines as peers: reads a policy's source and its resources, a JSON list, from the files in argv, and for
each line on stdin, `engine operation`, runs a batch of that operation and prints the nanoseconds one took and 0. An
engine that isn't installed answers with `missing`.

    parse   source to code
    load    source to a module whose body has run
    cold    that, and the policy on every resource
    warm    the policy on one resource, in a module that is there
    engine  the same, called by a loop of the engine's own
"""

import json
import sys
import time

LOOPS = 20_000


def cpython(source, resources):
    def parse():
        return compile(source, "policy.py", "exec")

    def load():
        names = {}
        exec(parse(), names)
        return names["policy"]

    def cold():
        policy = load()
        for resource in resources:
            policy(resource)

    policy = load()
    operations = {"parse": parse, "load": load, "cold": cold, "warm": lambda: [policy(r) for r in resources]}

    def loop():
        for _ in range(LOOPS):
            policy(resources[0])

    return operations | {"engine": loop}


def monty(source, resources):
    import pydantic_monty

    whole = source + "\npolicy(resource)\n"
    looping = source + f"\nfor _ in range({LOOPS}):\n    policy(resource)\n"

    def parse(text=whole):
        return pydantic_monty.Monty(text, inputs=["resource"])

    def each(program):
        for resource in resources:
            program.run(inputs={"resource": resource})

    program, loop = parse(), parse(looping)
    return {
        "parse": parse,
        "cold": lambda: each(parse()),
        "warm": lambda: each(program),
        "engine": lambda: loop.run(inputs={"resource": resources[0]}),
    }


def starlark(source, resources):
    import starlark

    names = starlark.Globals.standard()

    def load(text=source):
        module = starlark.Module()
        starlark.eval(module, starlark.parse("policy.star", text), names)
        return module.freeze()

    def each(module):
        for resource in resources:
            module.call("policy", resource)

    module = load()
    loop = load(source + f"\ndef loop(resource):\n    for _ in range({LOOPS}):\n        policy(resource)\n")
    return {
        "parse": lambda: starlark.parse("policy.star", source),
        "load": load,
        "cold": lambda: each(load()),
        "warm": lambda: each(module),
        "engine": lambda: loop.call("loop", resources[0]),
    }


def batch(operation):
    """How often to run an operation to fill some milliseconds."""
    count = 1
    while True:
        start = time.perf_counter_ns()
        for _ in range(count):
            operation()
        if time.perf_counter_ns() - start > 4_000_000:
            return count
        count *= 2


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        source = file.read()
    with open(sys.argv[2], encoding="utf-8") as file:
        resources = json.load(file)
    batches = {}
    for line in sys.stdin:
        engine, name = line.split()
        try:
            if line not in batches:
                operation = globals()[engine](source, resources)[name]
                batches[line] = operation, batch(operation)
        except (ImportError, KeyError):
            print("missing", flush=True)
            continue
        operation, count = batches[line]
        start = time.perf_counter_ns()
        for _ in range(count):
            operation()
        calls = {"warm": len(resources), "engine": LOOPS}.get(name, 1)
        print((time.perf_counter_ns() - start) / count / calls, 0, flush=True)


main()
