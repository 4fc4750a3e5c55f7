"""What can be wrong with a destination. A command line catches `WriterError` alone."""


class WriterError(Exception):
    """A destination cannot be written, or a database cannot be read; the message says why."""


class UnknownEnding(WriterError, ValueError):
    """The destination's ending stands for no format."""


class MissingExtra(WriterError, ImportError):
    """The format needs an optional package that is not installed."""


class UnusableDatabase(WriterError):
    """The database is locked, damaged, of another schema version, or no database at all."""
