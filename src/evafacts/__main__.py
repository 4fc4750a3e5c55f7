"""The command line as ``python -m evafacts``."""

from evafacts.cli import main

main(prog_name="evafacts")
