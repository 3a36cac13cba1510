"""What turns the project into a program that an office installs: `python3 dev.py installer`."""
