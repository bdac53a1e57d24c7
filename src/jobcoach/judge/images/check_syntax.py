"""Compiles the Python sources named as arguments; prints the first error, exits 1."""

import sys
import traceback

for path in sys.argv[1:]:
    if not path.endswith((".py", ".py3")):
        continue
    try:
        with open(path, "rb") as source:
            compile(source.read(), path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        print("".join(traceback.format_exception_only(error)), end="")
        sys.exit(1)
    except (RecursionError, MemoryError) as error:
        print(f"{path}: nested too deeply ({type(error).__name__})")
        sys.exit(1)
