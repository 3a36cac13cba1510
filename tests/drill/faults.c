/*
 * Loaded before the C library (LD_PRELOAD) into the process that a drill torments: counts the system calls that touch
 * files below one folder, and at the call that was asked for kills the process, lets the call fail, or writes half.
 *
 * It is real trouble at the border of the system: neither Python nor SQLite knows of it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum act { NOTHING, KILL_BEFORE, KILL_HALFWAY, FAIL_ONCE, FAIL_FROM, WRITE_HALF };

#define MOST_FILES 4096
#define MOST_CALLS 65536
#define NAME 64

static char folder[PATH_MAX];
static size_t folder_length;
static enum act act;
static long at, count;
static int error;
static char files[MOST_FILES][NAME]; /* The name of an open file below the folder; empty for any other. */
static char calls[MOST_CALLS][NAME + 16];

#define REAL(type, name, ...)                                                                                          \
    static type (*real)(__VA_ARGS__);                                                                                  \
    if (!real)                                                                                                         \
        real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

void drill_arm(const char *path, int what, long when, int errno_) {
    snprintf(folder, sizeof folder, "%s", path);
    folder_length = strlen(folder);
    act = what, at = when, error = errno_, count = 0;
}

long drill_count(void) { return count; }

const char *drill_call(long number) { return number > 0 && number < MOST_CALLS ? calls[number] : ""; }

static const char *below(const char *path) {
    if (!folder_length || !path || strncmp(path, folder, folder_length) || path[folder_length] != '/')
        return NULL;
    return path + folder_length + 1;
}

static const char *name_of(int fd) { return fd >= 0 && fd < MOST_FILES && *files[fd] ? files[fd] : NULL; }

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;)
        pause();
}

/* Counts a call, and returns whether it is the one: 0 no, 1 it fails, 2 only half of it is done, then death or less. */
static int turn(const char *call, const char *name) {
    if (!name)
        return 0;
    int before = errno;
    long now = ++count;
    if (now < MOST_CALLS)
        snprintf(calls[now], sizeof calls[now], "%s %s", call, name);
    errno = before;
    if (act == FAIL_FROM && now >= at && strcmp(call, "lock")) /* Locks are the kernel's own, disk or no disk. */
        return errno = error, 1;
    if (now != at)
        return 0;
    if (act == KILL_BEFORE)
        die();
    if (act == FAIL_ONCE)
        return errno = error, 1;
    return act == KILL_HALFWAY || act == WRITE_HALF ? 2 : 0;
}

/* After a call that cannot be done by half. */
static void done(int was) {
    if (was == 2 && act == KILL_HALFWAY)
        die();
}

static int opened(int fd, const char *name) {
    if (fd >= 0 && fd < MOST_FILES)
        snprintf(files[fd], NAME, "%s", name ? name : "");
    return fd;
}

#define OPEN(function)                                                                                                 \
    int function(const char *path, int flags, ...) {                                                                   \
        REAL(int, #function, const char *, int, ...);                                                                  \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        mode_t mode = va_arg(rest, mode_t);                                                                            \
        va_end(rest);                                                                                                  \
        int was = turn(flags & O_CREAT ? "create" : "open", below(path));                                              \
        if (was == 1)                                                                                                  \
            return -1;                                                                                                 \
        int fd = opened(real(path, flags, mode), below(path));                                                         \
        done(was);                                                                                                     \
        return fd;                                                                                                     \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(function)                                                                                               \
    int function(int where, const char *path, int flags, ...) {                                                        \
        REAL(int, #function, int, const char *, int, ...);                                                             \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        mode_t mode = va_arg(rest, mode_t);                                                                            \
        va_end(rest);                                                                                                  \
        int was = turn(flags & O_CREAT ? "create" : "open", below(path));                                              \
        if (was == 1)                                                                                                  \
            return -1;                                                                                                 \
        int fd = opened(real(where, path, flags, mode), below(path));                                                  \
        done(was);                                                                                                     \
        return fd;                                                                                                     \
    }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
    REAL(int, "close", int);
    int was = turn("close", name_of(fd));
    opened(fd, NULL);
    int result = real(fd); /* A close that fails has closed all the same. */
    done(was);
    return was == 1 ? (errno = error, -1) : result;
}

ssize_t write(int fd, const void *data, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t);
    int was = turn("write", name_of(fd));
    if (was == 1)
        return -1;
    ssize_t written = real(fd, data, was == 2 && length > 1 ? length / 2 : length);
    done(was);
    return written;
}

#define PWRITE(function, offset_type)                                                                                  \
    ssize_t function(int fd, const void *data, size_t length, offset_type where) {                                     \
        REAL(ssize_t, #function, int, const void *, size_t, offset_type);                                              \
        int was = turn("write", name_of(fd));                                                                          \
        if (was == 1)                                                                                                  \
            return -1;                                                                                                 \
        ssize_t written = real(fd, data, was == 2 && length > 1 ? length / 2 : length, where);                         \
        done(was);                                                                                                     \
        return written;                                                                                                \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t read(int fd, void *data, size_t length) {
    REAL(ssize_t, "read", int, void *, size_t);
    int was = turn("read", name_of(fd));
    if (was == 1)
        return -1;
    ssize_t found = real(fd, data, length);
    done(was);
    return found;
}

#define PREAD(function, offset_type)                                                                                   \
    ssize_t function(int fd, void *data, size_t length, offset_type where) {                                           \
        REAL(ssize_t, #function, int, void *, size_t, offset_type);                                                    \
        int was = turn("read", name_of(fd));                                                                           \
        if (was == 1)                                                                                                  \
            return -1;                                                                                                 \
        ssize_t found = real(fd, data, length, where);                                                                 \
        done(was);                                                                                                     \
        return found;                                                                                                  \
    }
PREAD(pread, off_t)
PREAD(pread64, off64_t)

#define OF_FILE(type, function, word, declared, given)                                                                 \
    type function declared {                                                                                           \
        static type(*real) declared;                                                                                   \
        if (!real)                                                                                                     \
            real = (type(*) declared)dlsym(RTLD_NEXT, #function);                                                      \
        int was = turn(word, name_of(fd));                                                                             \
        if (was == 1)                                                                                                  \
            return -1;                                                                                                 \
        type result = real given;                                                                                      \
        done(was);                                                                                                     \
        return result;                                                                                                 \
    }
OF_FILE(int, fsync, "sync", (int fd), (fd))
OF_FILE(int, fdatasync, "sync", (int fd), (fd))
OF_FILE(int, ftruncate, "truncate", (int fd, off_t size), (fd, size))
OF_FILE(int, ftruncate64, "truncate", (int fd, off64_t size), (fd, size))
OF_FILE(int, fstat, "look", (int fd, struct stat *found), (fd, found))
OF_FILE(int, fstat64, "look", (int fd, struct stat64 *found), (fd, found))
OF_FILE(int, flock, "lock", (int fd, int how), (fd, how))
OF_FILE(int, fchmod, "mark", (int fd, mode_t mode), (fd, mode))
OF_FILE(int, fchown, "mark", (int fd, uid_t user, gid_t group), (fd, user, group))
OF_FILE(ssize_t, sendfile, "write", (int fd, int from, off_t *start, size_t length), (fd, from, start, length))
OF_FILE(ssize_t, sendfile64, "write", (int fd, int from, off64_t *start, size_t length), (fd, from, start, length))

int fcntl64(int fd, int what, ...) {
    REAL(int, "fcntl64", int, int, ...);
    va_list rest;
    va_start(rest, what);
    void *given = va_arg(rest, void *);
    va_end(rest);
    int was = what == F_SETLK || what == F_SETLKW ? turn("lock", name_of(fd)) : 0;
    if (was == 1)
        return -1;
    int result = real(fd, what, given);
    done(was);
    return result;
}

void *mmap64(void *address, size_t length, int protection, int flags, int fd, off64_t start) {
    REAL(void *, "mmap64", void *, size_t, int, int, int, off64_t);
    int was = flags & MAP_ANONYMOUS ? 0 : turn("map", name_of(fd));
    if (was == 1)
        return MAP_FAILED;
    void *result = real(address, length, protection, flags, fd, start);
    done(was);
    return result;
}

#define OF_PATH(function, word, declared, given)                                                                       \
    int function declared {                                                                                            \
        static int(*real) declared;                                                                                    \
        if (!real)                                                                                                     \
            real = (int(*) declared)dlsym(RTLD_NEXT, #function);                                                       \
        int was = turn(word, below(path));                                                                             \
        if (was == 1)                                                                                                  \
            return -1;                                                                                                 \
        int result = real given;                                                                                       \
        done(was);                                                                                                     \
        return result;                                                                                                 \
    }
OF_PATH(unlink, "remove", (const char *path), (path))
OF_PATH(rmdir, "remove", (const char *path), (path))
OF_PATH(mkdir, "create", (const char *path, mode_t mode), (path, mode))
OF_PATH(rename, "rename", (const char *path, const char *to), (path, to))
OF_PATH(link, "rename", (const char *path, const char *to), (path, to))
OF_PATH(truncate, "truncate", (const char *path, off_t size), (path, size))
OF_PATH(stat, "look", (const char *path, struct stat *found), (path, found))
OF_PATH(stat64, "look", (const char *path, struct stat64 *found), (path, found))
OF_PATH(lstat, "look", (const char *path, struct stat *found), (path, found))
OF_PATH(lstat64, "look", (const char *path, struct stat64 *found), (path, found))
OF_PATH(access, "look", (const char *path, int how), (path, how))
OF_PATH(chmod, "mark", (const char *path, mode_t mode), (path, mode))
