"""The kinds of columns that the tables are made of."""

from collections.abc import Iterable

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, ForeignKey, Integer, String, Text


def identity() -> Column[str]:
    return Column("id", String(64), primary_key=True)


def owner(name: str, target: str, *, key: bool = False) -> Column[str]:
    """Return the column of a record that cannot be without the record it names."""
    return Column(name, foreign(target), primary_key=key, nullable=False)


def link(name: str, target: str) -> Column[str | None]:
    """Return the column of a record that may name another one."""
    return Column(name, foreign(target), nullable=True, index=True)


def foreign(target: str) -> ForeignKey:
    return ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")


def place() -> Column[int]:
    """Return the place of a record that has no identity of its own among its owner's, from 0."""
    return Column("place", Integer, primary_key=True, autoincrement=False)


def rank() -> Column[int]:
    return Column("rank", BigInteger, nullable=False)


def revision() -> Column[int]:
    """Return which change of the office wrote a value last."""
    return Column("revision", BigInteger, nullable=False, server_default="0")


def texts(*names: str) -> Iterable[Column[str]]:
    return (Column(name, Text, nullable=False) for name in names)


def later_text(name: str) -> Column[str]:
    """Return a column of words that an older version did not have: its records, in the journal too, come without."""
    return Column(name, Text, nullable=False, server_default="")


def day(*names: str, known: bool = True) -> Iterable[Column[str]]:
    """Return columns of days in ISO 8601, of which some may be not known."""
    return (Column(name, String(10), nullable=not known) for name in names)


def number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def flag(name: str) -> Column[bool]:
    return Column(name, Boolean(create_constraint=True, name=name), nullable=False)


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    known = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({known})", name=column)
