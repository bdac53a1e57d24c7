#define _GNU_SOURCE
#include "streams.h"
#include "protocol.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/fsuid.h>
#include <sys/mman.h>
#include <unistd.h>

#define PIPE_BYTES (256 * 1024)

void pipe_of(uid_t uid, int ends[2]) {
    setfsuid(uid);
    if (pipe2(ends, O_CLOEXEC))
        leave("no pipe\n");
    setfsuid(0);
    fcntl(ends[1], F_SETPIPE_SZ, PIPE_BYTES);
}

int input_file(void) {
    int fd = memfd_create("stdin", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (fd < 0)
        leave("no memory file\n");
    struct frame frame;
    for (next_frame(&frame); frame.type == HOST_DATA; next_frame(&frame))
        for (size_t done = 0; done < frame.size;) {
            ssize_t n = write(fd, frame.payload + done, frame.size - done);
            if (n < 0)
                leave("no room for the input\n");
            done += (size_t)n;
        }
    fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL);
    char path[32];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    int reader = open(path, O_RDONLY | O_CLOEXEC);
    close(fd);
    if (reader < 0)
        leave("the input cannot be opened\n");
    return reader;
}
