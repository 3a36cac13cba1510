"""Stands in the installed program for the network library that pyHanko loads, and never asks here: nothing connects."""


class ClientError(Exception):
    """What the real library raises when a connection fails."""


class ClientResponseError(ClientError):
    """What the real library raises for a bad answer."""


class ContentTypeError(ClientResponseError):
    """What the real library raises for an answer of another kind."""


class _Absent:
    def __init__(self, *_arguments: object, **_named: object) -> None:
        raise ClientError("this program asks no network")


class BasicAuth(_Absent):
    """Would hold a name and a password for a server."""


class ClientSession(_Absent):
    """Would connect to servers."""


class ClientTimeout(_Absent):
    """Would limit the time of a connection."""
