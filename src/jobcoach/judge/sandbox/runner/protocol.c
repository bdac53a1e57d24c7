#define _GNU_SOURCE
#include "protocol.h"

#include <errno.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static uint8_t buffer[2 * (FRAME_MAX + FRAME_HEADER)];
static size_t start, end;

uint64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

void leave(const char *why) {
    if (why) {
        ssize_t ignored = write(2, why, strlen(why));
        (void)ignored;
    }
    _exit(why ? 70 : 0);
}

uint64_t send_frame(uint8_t type, const void *payload, size_t size) {
    /* One write for header and payload: each write is a packet of the engine's. */
    static uint8_t out[FRAME_HEADER + FRAME_MAX];
    uint32_t length = (uint32_t)size;
    memset(out, 0, FRAME_HEADER);
    out[0] = type;
    memcpy(out + 4, &length, sizeof length);
    if (size)
        memcpy(out + FRAME_HEADER, payload, size);
    uint64_t began = now_ns();
    for (size_t done = 0; done < FRAME_HEADER + size;) {
        ssize_t n = write(1, out + done, FRAME_HEADER + size - done);
        if (n < 0 && errno != EINTR)
            leave(NULL);
        if (n > 0)
            done += (size_t)n;
    }
    return now_ns() - began;
}

void fill_frames(void) {
    if (start) {
        memmove(buffer, buffer + start, end - start);
        end -= start;
        start = 0;
    }
    ssize_t n;
    do
        n = read(0, buffer + end, sizeof buffer - end);
    while (n < 0 && errno == EINTR);
    if (n <= 0)
        leave(NULL);
    end += (size_t)n;
}

int take_frame(struct frame *frame) {
    if (end - start < FRAME_HEADER)
        return 0;
    memcpy(&frame->size, buffer + start + 4, sizeof frame->size);
    if (frame->size > FRAME_MAX)
        leave("frame too large\n");
    if (end - start < FRAME_HEADER + frame->size)
        return 0;
    frame->type = buffer[start];
    frame->payload = buffer + start + FRAME_HEADER;
    start += FRAME_HEADER + frame->size;
    return 1;
}

void next_frame(struct frame *frame) {
    while (!take_frame(frame))
        fill_frames();
}
