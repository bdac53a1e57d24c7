#define _GNU_SOURCE
#include "cgroup.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROOT "/sys/fs/cgroup/"

static int version, cpu_fd = -1, memory_fd = -1, oom_fd = -1;

static int open_counter(const char *path) { return open(path, O_RDONLY | O_CLOEXEC); }

int cgroup_open(void) {
    memory_fd = open_counter(ROOT "memory.stat");
    if (memory_fd >= 0) {
        cpu_fd = open_counter(ROOT "cpu.stat");
        oom_fd = open_counter(ROOT "memory.events");
        version = 2;
    } else {
        cpu_fd = open_counter(ROOT "cpuacct/cpuacct.usage");
        if (cpu_fd < 0)
            cpu_fd = open_counter(ROOT "cpu,cpuacct/cpuacct.usage");
        memory_fd = open_counter(ROOT "memory/memory.stat");
        oom_fd = open_counter(ROOT "memory/memory.oom_control");
        version = 1;
    }
    if (cpu_fd < 0 || memory_fd < 0 || oom_fd < 0)
        version = 0;
    return version;
}

/* The number behind `key` at the beginning of a line; 0 if there is none. */
static uint64_t value_of(int fd, const char *key) {
    char text[8192];
    ssize_t size = pread(fd, text, sizeof text - 1, 0);
    if (size <= 0)
        return 0;
    text[size] = 0;
    size_t length = strlen(key);
    for (char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (!strncmp(line, key, length) && (line[length] == ' ' || !length))
            return strtoull(line + length, NULL, 10);
    }
    return 0;
}

uint64_t cgroup_cpu_ns(void) {
    if (version == 2)
        return value_of(cpu_fd, "usage_usec") * 1000;
    return version ? value_of(cpu_fd, "") : 0;
}

uint64_t cgroup_memory_bytes(void) {
    if (!version)
        return 0;
    return value_of(memory_fd, version == 2 ? "anon" : "rss") + value_of(memory_fd, "shmem");
}

uint64_t cgroup_oom_kills(void) { return version ? value_of(oom_fd, "oom_kill") : 0; }
