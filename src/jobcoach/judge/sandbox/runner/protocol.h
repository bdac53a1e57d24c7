/* Frames between the host and the runner, over the runner's stdin and stdout.
 *
 * A frame is an 8-byte header (type, three zero bytes, payload length as
 * little-endian u32) and at most FRAME_MAX bytes of payload. The host speaks
 * in upper case, the runner in lower case; protocol.py is the other side.
 */
#ifndef JOBCOACH_PROTOCOL_H
#define JOBCOACH_PROTOCOL_H

#include <stddef.h>
#include <stdint.h>

#define FRAME_HEADER 8
#define FRAME_MAX (64 * 1024)
#define PROTOCOL_VERSION 1

enum host_frame {
    HOST_FILE = 'F',        /* struct file_header + path; DATA and END follow */
    HOST_RUN = 'R',         /* struct run_header + strings; DATA and END follow */
    HOST_FORK_SERVER = 'S', /* u16 argc, u16 envc + strings: start the fork server */
    HOST_DATA = 'D',
    HOST_END = 'E',
};

enum runner_frame {
    RUNNER_HELLO = 'h',  /* struct hello */
    RUNNER_OUT = 'o',    /* bytes of the program's stdout; none: with live input, it closed that */
    RUNNER_ERR = 'e',    /* bytes of the program's stderr */
    RUNNER_FILE = 'f',   /* struct file_header + path; DATA and END follow */
    RUNNER_DATA = 'd',
    RUNNER_END = 'n',
    RUNNER_ENDED = 'q',  /* a program with live input is gone: send END, no more DATA */
    RUNNER_RESULT = 'x', /* struct run_result: the run is over */
};

struct hello {
    uint32_t version;
    uint32_t cgroup_version; /* 0: no counters; the host refuses to judge so */
} __attribute__((packed));

struct file_header {
    uint32_t mode;
} __attribute__((packed));

enum user { USER_BUILDER = 0, USER_CANDIDATE = 1 };
enum stdin_kind { STDIN_FILE = 0, STDIN_LIVE = 1 };

struct run_header {
    uint8_t user;
    uint8_t stdin_kind;
    uint8_t fork_server;
    uint8_t zero;
    uint32_t processes;
    uint64_t cpu_ns;
    uint64_t wall_ns; /* of doing nothing; of anything, ten times as much */
    uint64_t output_bytes;
    uint64_t stderr_bytes;
    uint64_t file_bytes;
    uint64_t stack_bytes;
    uint64_t collect_bytes;
    uint16_t argc;
    uint16_t envc;
    /* then NUL-terminated: cwd, folder to collect ("" for none), argv, env */
} __attribute__((packed));

enum ending {
    END_EXITED = 0,   /* code is the exit status */
    END_SIGNALED = 1, /* code is the signal */
    END_CPU = 2,
    END_WALL = 3,
    END_OUTPUT = 4,
    END_MEMORY = 5, /* the kernel's OOM killer struck */
    END_FAULT = 6,  /* the runner could not start the program; code is errno */
};

struct run_result {
    uint8_t ending;
    uint8_t dirty; /* processes or files could not be cleared: replace this container */
    uint8_t zero[2];
    int32_t code;
    uint64_t cpu_ns;
    uint64_t wall_ns;
    uint64_t memory_bytes;
    uint64_t output_bytes;
} __attribute__((packed));

struct frame {
    uint8_t type;
    uint32_t size;
    const uint8_t *payload; /* valid until the next read */
};

/* Writes a whole frame; leaves the process when the host is gone.
 * Returns the nanoseconds spent waiting for the host. */
uint64_t send_frame(uint8_t type, const void *payload, size_t size);

/* Reads what is there (blocking for the first byte); leaves when the host is gone. */
void fill_frames(void);

/* Takes the next whole frame out of what was read; 0 if there is none yet. */
int take_frame(struct frame *frame);

/* Blocks until a frame is there. */
void next_frame(struct frame *frame);

/* Ends the container: PID 1 leaves and the kernel kills everything else. */
_Noreturn void leave(const char *why);

uint64_t now_ns(void);

#endif
