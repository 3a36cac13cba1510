"""Values in one SQLite file: tables, differences, journal, migrations."""
