"""Every reader of files from outside, fed with what nobody should have made.

`python -m tests.fuzz READER SECONDS` runs one reader in a child process, watched for time, memory and crashes; with
atheris installed what is tried is led by the coverage of our code, otherwise by chance alone. What is found is kept
with its traceback, and belongs into `tests/fuzz/test_found.py` once it is mended.
"""
