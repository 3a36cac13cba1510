"""A file's address as SQLite takes it."""

from pathlib import PurePath
from urllib.parse import quote


def address(path: PurePath, options: str) -> str:
    """Return the URI of an absolute path with options such as `mode=ro`.

    The server of a path of the network stays within the path: SQLite takes no URI that names another computer, as
    `Path.as_uri` makes one.
    """
    plain = path.as_posix()
    return f"file://{'' if plain.startswith('/') else '/'}{quote(plain, safe='/:')}?{options}"
