"""`python -m tthc_desktop [--office FILE] [--sample]` opens the window."""

import sys

from tthc_desktop.ui.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
