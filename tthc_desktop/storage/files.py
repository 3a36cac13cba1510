"""Files that the office keeps word for word, such as issued PDFs, by the hash of their content."""

from hashlib import sha256

from sqlalchemy import Connection, exists, insert, select

from tthc_desktop.storage.tables import files


def keep(connection: Connection, data: bytes) -> str:
    """Keep a file, if it is not there yet, and return its hash."""
    name = sha256(data).hexdigest()
    if not is_kept(connection, name):
        connection.execute(insert(files).values(sha256=name, data=data))
    return name


def is_kept(connection: Connection, name: str) -> bool:
    """Tell whether there is a file with this hash."""
    return bool(connection.scalar(select(exists().where(files.c.sha256 == name))))


def kept(connection: Connection, name: str) -> bytes | None:
    """Return the file with this hash, None when there is none; `ValueError` when it has another hash by now."""
    data: bytes | None = connection.scalar(select(files.c.data).where(files.c.sha256 == name))
    if data is not None and sha256(data).hexdigest() != name:
        raise ValueError(name)
    return data
