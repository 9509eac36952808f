"""`python -m brink` is the same as `brink`."""

from brink.cli import main

main()
