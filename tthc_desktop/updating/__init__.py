"""The installed program brought to another version from a file, and back by one step; nothing is fetched.

The libraries of a version lie in a folder of their own beside the program (`app-0.2.0`). So an update first puts the
new folder there, whole and checked, and then exchanges the small programs, one rename each. The former ones and their
libraries stay, and one step back exchanges them again. Whatever is cut off on the way leaves a program that starts.
"""

from tthc_desktop.updating.installing import former, go_back, install
from tthc_desktop.updating.package import Manifest, Package, Signed, opened
from tthc_desktop.updating.place import Installed, installed

__all__ = ["Installed", "Manifest", "Package", "Signed", "former", "go_back", "install", "installed", "opened"]
