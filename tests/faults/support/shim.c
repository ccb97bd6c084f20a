/* Breaks what a server stands on, for tests (LD_PRELOAD):
 *
 *   FAULT_DISK=FLAG FAULT_DIR=FOLDER   while the file FLAG says ENOSPC or EROFS, nothing is written below FOLDER
 *   FAULT_CLOCK=FILE                   the wall clock is wrong by the seconds that FILE holds
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static long read_small(const char *path, char *text, size_t size) {
    long fd = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return -1;
    long length = syscall(SYS_read, fd, text, size - 1);
    syscall(SYS_close, fd);
    text[length > 0 ? length : 0] = 0;
    return length;
}

/* The error that writing meets at the moment, or 0. */
static int fault(void) {
    char text[16];
    const char *flag = getenv("FAULT_DISK");
    if (!flag || read_small(flag, text, sizeof text) <= 0) return 0;
    return strncmp(text, "EROFS", 5) == 0 ? EROFS : ENOSPC;
}

static int is_below(const char *path) {
    const char *dir = getenv("FAULT_DIR");
    return dir && path && strncmp(path, dir, strlen(dir)) == 0;
}

static int is_fd_below(int fd) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_below(path);
}

#define REFUSE(condition) do { int why = fault(); if (why && (condition)) { errno = why; return -1; } } while (0)

static int is_refused(const char *path, int flags) {
    int why = fault();
    if (!why || !is_below(path)) return 0;
    /* A full disk opens what is there; a read-only one opens nothing for writing. */
    int is_new = (flags & O_CREAT) && access(path, F_OK) != 0;
    int writes = (flags & O_ACCMODE) != O_RDONLY;
    if (why == EROFS ? (writes || is_new) : is_new) { errno = why; return 1; }
    return 0;
}

#define MODE(last) mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, last); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) {
    MODE(flags)
    return is_refused(path, flags) ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    MODE(flags)
    return is_refused(path, flags) ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags | O_LARGEFILE, mode);
}
int openat(int dir, const char *path, int flags, ...) {
    MODE(flags)
    return is_refused(path, flags) ? -1 : (int)syscall(SYS_openat, dir, path, flags, mode);
}
int openat64(int dir, const char *path, int flags, ...) {
    MODE(flags)
    return is_refused(path, flags) ? -1 : (int)syscall(SYS_openat, dir, path, flags | O_LARGEFILE, mode);
}
ssize_t write(int fd, const void *bytes, size_t count) {
    REFUSE(is_fd_below(fd));
    return syscall(SYS_write, fd, bytes, count);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
    REFUSE(is_fd_below(fd));
    return syscall(SYS_writev, fd, parts, count);
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
    REFUSE(is_fd_below(fd));
    return syscall(SYS_pwrite64, fd, bytes, count, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
    REFUSE(is_fd_below(fd));
    return syscall(SYS_pwrite64, fd, bytes, count, at);
}
int ftruncate(int fd, off_t length) {
    REFUSE(is_fd_below(fd));
    return (int)syscall(SYS_ftruncate, fd, length);
}
int ftruncate64(int fd, off64_t length) {
    REFUSE(is_fd_below(fd));
    return (int)syscall(SYS_ftruncate, fd, length);
}
int fsync(int fd) {
    REFUSE(is_fd_below(fd));
    return (int)syscall(SYS_fsync, fd);
}
int fdatasync(int fd) {
    REFUSE(is_fd_below(fd));
    return (int)syscall(SYS_fdatasync, fd);
}
int mkdir(const char *path, mode_t mode) {
    REFUSE(is_below(path));
    return (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}
int rename(const char *from, const char *to) {
    REFUSE(is_below(to));
    return REAL(rename)(from, to);
}

static long wrong_by(void) {
    char text[32];
    const char *file = getenv("FAULT_CLOCK");
    if (!file || read_small(file, text, sizeof text) <= 0) return 0;
    return strtol(text, NULL, 10);
}

int clock_gettime(clockid_t clock, struct timespec *at) {
    long result = syscall(SYS_clock_gettime, clock, at);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) at->tv_sec += wrong_by();
    return (int)result;
}
int gettimeofday(struct timeval *restrict at, void *restrict zone) {
    long result = syscall(SYS_gettimeofday, at, zone);
    if (result == 0 && at) at->tv_sec += wrong_by();
    return (int)result;
}
time_t time(time_t *at) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (at) *at = now.tv_sec;
    return now.tv_sec;
}
