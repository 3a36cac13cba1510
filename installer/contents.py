"""What of the libraries goes into the installed program, and what stays out, since no office would ever reach it."""

from fnmatch import fnmatch

UNUSED_MODULES = (
    # Networks: the program asks none. pyHanko would fetch certificates and time stamps with aiohttp and certifi, in
    # whose places the folder `absent` has modules that connect nowhere.
    *("aiohappyeyeballs", "aiosignal", "frozenlist", "multidict", "propcache", "yarl"),
    *("charset_normalizer", "ftplib", "requests", "smtplib", "xmlrpc"),
    # Fonts are embedded by reportlab alone; pikepdf's and pyHanko's own ways of it are not taken.
    *("fontTools", "brotli", "_brotli", "pikepdf.pdfa", "zopfli"),
    # Formats of pictures that no paper brings, text in pictures.
    *("PIL._avif", "PIL._imagingcms", "PIL._imagingft", "PIL._imagingmath", "PIL._imagingtk", "PIL._webp"),
    *("PIL.AvifImagePlugin", "PIL.ImageTk", "PIL.WebPImagePlugin", "lxml.html", "lxml.isoschematron", "lxml.objectify"),
    # What developers use.
    *(
        "IPython",
        "distutils",
        "doctest",
        "hypothesis",
        "lib2to3",
        "numpy",
        "pdb",
        "pip",
        "pydoc",
        "pydoc_data",
        "pygments",
    ),
    *("pyphen", "pytest", "readline", "rich", "rlcompleter", "setuptools", "tkinter", "turtle", "unittest"),
    *("weasyprint", "selectolax.parser", "curses", "dbm", "ensurepip", "idlelib"),
)

# Of Qt: its own words come from our catalogue; no web, no database, no QML, no screen without a desktop.
UNUSED_FILES = (
    "*/translations/*.qm",
    "*/plugins/egldeviceintegrations/*",
    "*/plugins/generic/*",
    "*/plugins/imageformats/*qgif*",
    "*/plugins/imageformats/*qicns*",
    "*/plugins/imageformats/*qpdf*",
    "*/plugins/imageformats/*qtga*",
    "*/plugins/imageformats/*qtiff*",
    "*/plugins/imageformats/*qwbmp*",
    "*/plugins/imageformats/*qwebp*",
    "*/plugins/networkinformation/*",
    "*/plugins/platforminputcontexts/*virtualkeyboard*",
    "*/plugins/platforms/*qeglfs*",
    "*/plugins/platforms/*qlinuxfb*",
    "*/plugins/platforms/*qminimalegl*",
    "*/plugins/platforms/*qvkkhrdisplay*",
    "*/plugins/platforms/*qvnc*",
    "*/plugins/qmltooling/*",
    "*/plugins/sqldrivers/*",
    "*/plugins/tls/*",
    "*libQt6EglF[sS]*",
    "*/QtNetwork.*",
    "*opengl32sw.dll",
    "*d3dcompiler_*.dll",
    "certifi/*",
    # Of the world's times: Vietnam's and its neighbours', and what pyHanko asks for.
    *(f"tzdata/zoneinfo/{part}/*" for part in ("A[fmnrtu]*", "Brazil", "C*", "Indian", "Mexico", "Pacific", "US")),
    "tzdata/zoneinfo/Europe/[!B]*",
    # Sources and data that libraries bring along.
    "*.c",
    "*.h",
    "*.pxd",
    "*.pyi",
    "*.pyx",
    "lxml/isoschematron/*",
    "pyphen/*",
    "setuptools/*",
    "reportlab/fonts/*",
)

# On Linux what Debian and Ubuntu keep up to date themselves is theirs (the package depends on it). Carried along are
# the libraries of Python's own modules, whose names differ from release to release, and those of the X window
# that no desktop brings, so that a folder carried on a stick runs as well.
CARRIED_LIBRARIES = (
    *("libbz2.so*", "libcrypto.so*", "libexpat.so*", "libffi.so*", "liblzma.so*", "libpython3*", "libsqlite3.so*"),
    *("libssl.so*", "libxcb-cursor.so*", "libxcb-icccm.so*", "libxcb-image.so*", "libxcb-keysyms.so*"),
    *("libxcb-render-util.so*", "libxcb-util.so*", "libxkbcommon-x11.so*"),
)


def is_wanted(target: str, source: str) -> bool:
    """Tell whether a file goes along: `target` is its place in the program, `source` where it comes from."""
    target = target.replace("\\", "/")
    if any(fnmatch(target, pattern) for pattern in UNUSED_FILES):
        return False
    return not is_of_system(source) or any(fnmatch(target, pattern) for pattern in CARRIED_LIBRARIES)


def is_of_system(source: str) -> bool:
    """Tell whether a file belongs to a package of the Linux system."""
    return source.startswith(("/lib/", "/usr/lib/", "/lib64/", "/usr/lib64/")) and "/site-packages/" not in source
