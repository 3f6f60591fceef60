/* A disk that fails, or a process that is killed, at the n-th call that changes the disk, or the
   n-th that reads it; and a clock that is wrong. Loaded before the C library; armed from within, so that a test says when. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static int at, lasting, error; /* at: 0 is never; lasting: every call from then on; error: 0 kills */
static int calls, reads; /* reads: they are what is counted */
static long ahead; /* seconds that the clock is ahead */

void fault_arm(int nth, int with, int on, int read) {
    calls = 0;
    error = with;
    lasting = on;
    reads = read;
    at = nth;
}
int fault_disarm(void) { at = 0; return calls; }
void fault_clock(long seconds) { ahead = seconds; }

static int counted(int reading) {
    if (!at || reading != reads) return 0;
    calls++;
    return lasting ? calls >= at : calls == at;
}

static int due(void) { return counted(0); }

static int fail(void) {
    if (!error) kill(getpid(), SIGKILL);
    errno = error;
    return -1;
}

static int on_disk(int file) {
    struct stat state;
    return !fstat(file, &state) && (S_ISREG(state.st_mode) || S_ISDIR(state.st_mode));
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

/* Half of it is written, as it may be when the power goes. */
ssize_t write(int file, const void *data, size_t count) {
    REAL(write);
    if (!on_disk(file) || !due()) return real(file, data, count);
    real(file, data, count / 2);
    return fail();
}

ssize_t pwrite(int file, const void *data, size_t count, off_t place) {
    REAL(pwrite);
    if (!due()) return real(file, data, count, place);
    real(file, data, count / 2, place);
    return fail();
}

ssize_t pwrite64(int file, const void *data, size_t count, off64_t place) {
    REAL(pwrite64);
    if (!due()) return real(file, data, count, place);
    real(file, data, count / 2, place);
    return fail();
}

ssize_t read(int file, void *data, size_t count) {
    REAL(read);
    return on_disk(file) && counted(1) ? fail() : real(file, data, count);
}

ssize_t pread(int file, void *data, size_t count, off_t place) {
    REAL(pread);
    return counted(1) ? fail() : real(file, data, count, place);
}

ssize_t pread64(int file, void *data, size_t count, off64_t place) {
    REAL(pread64);
    return counted(1) ? fail() : real(file, data, count, place);
}

int fsync(int file) { REAL(fsync); return on_disk(file) && due() ? fail() : real(file); }
int fdatasync(int file) { REAL(fdatasync); return due() ? fail() : real(file); }
int ftruncate(int file, off_t size) { REAL(ftruncate); return due() ? fail() : real(file, size); }
int ftruncate64(int file, off64_t size) { REAL(ftruncate64); return due() ? fail() : real(file, size); }
int rename(const char *old, const char *new) { REAL(rename); return due() ? fail() : real(old, new); }
int unlink(const char *path) { REAL(unlink); return due() ? fail() : real(path); }
int unlinkat(int folder, const char *path, int flags) { REAL(unlinkat); return due() ? fail() : real(folder, path, flags); }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); return due() ? fail() : real(path, mode); }

#define OPENS(name)                                              \
    int name(const char *path, int flags, ...) {                 \
        REAL(name);                                              \
        va_list more;                                            \
        va_start(more, flags);                                   \
        mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0; \
        va_end(more);                                            \
        return flags & O_CREAT && due() ? fail() : real(path, flags, mode); \
    }
OPENS(open)
OPENS(open64)

int clock_gettime(clockid_t clock, struct timespec *now) {
    REAL(clock_gettime);
    int said = real(clock, now);
    if (clock == CLOCK_REALTIME) now->tv_sec += ahead;
    return said;
}

time_t time(time_t *kept) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (kept) *kept = now.tv_sec;
    return now.tv_sec;
}
