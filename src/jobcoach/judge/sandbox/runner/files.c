#define _GNU_SOURCE
#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/fsuid.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEEPEST 16
#define MOST_FILES 4096

/* Root has no CAP_DAC_OVERRIDE here, so with the owner's fsuid it can do just
 * what the owner can: a symlink planted by hostile code leads nowhere new. */
static void act_as(uid_t uid) {
    setfsgid(uid);
    setfsuid(uid);
}

static int open_folder_of(char **path) {
    int folder = open("/box", O_DIRECTORY | O_PATH | O_CLOEXEC);
    for (char *slash; folder >= 0 && (slash = strchr(*path, '/')); *path = slash + 1) {
        *slash = 0;
        mkdirat(folder, *path, 0755);
        int inner = openat(folder, *path, O_DIRECTORY | O_PATH | O_NOFOLLOW | O_CLOEXEC);
        close(folder);
        folder = inner;
    }
    return folder;
}

static int climbs(const char *path) {
    for (const char *part = path; part; part = strchr(part, '/')) {
        part += *part == '/';
        if (!strncmp(part, "..", 2) && (!part[2] || part[2] == '/'))
            return 1;
    }
    return 0;
}

static int create_below_box(char *path, uint32_t mode) {
    if (*path == '/' || climbs(path))
        leave("path outside the box\n");
    int folder = open_folder_of(&path);
    if (folder < 0)
        return -1;
    unlinkat(folder, path, 0);
    int fd = openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode & 0777);
    close(folder);
    return fd;
}

static int write_all(int fd, const uint8_t *bytes, size_t size) {
    while (size) {
        ssize_t n = write(fd, bytes, size);
        if (n < 0)
            return -1;
        bytes += n;
        size -= (size_t)n;
    }
    return 0;
}

void install_file(const struct frame *first, uid_t owner) {
    char path[512];
    struct file_header header;
    if (first->size <= sizeof header || first->size - sizeof header >= sizeof path)
        leave("bad file frame\n");
    memcpy(&header, first->payload, sizeof header);
    size_t length = first->size - sizeof header;
    memcpy(path, first->payload + sizeof header, length);
    path[length] = 0;

    act_as(owner);
    int fd = create_below_box(path, header.mode);
    struct frame frame;
    for (next_frame(&frame); frame.type == HOST_DATA; next_frame(&frame))
        if (fd >= 0 && write_all(fd, frame.payload, frame.size))
            leave("no room for a file\n");
    act_as(0);
    if (fd < 0)
        leave("a file cannot be written\n");
    close(fd);
}

struct walk {
    uint64_t bytes_left;
    int files_left;
    char path[4096];
};

static int send_file(struct walk *walk, int fd, const struct stat *about) {
    uint8_t block[FRAME_MAX];
    struct file_header header = {.mode = about->st_mode & 0777};
    size_t length = strnlen(walk->path, 1024);
    memcpy(block, &header, sizeof header);
    memcpy(block + sizeof header, walk->path, length);
    send_frame(RUNNER_FILE, block, sizeof header + length);
    int whole = 0;
    for (;;) {
        ssize_t n = read(fd, block, sizeof block);
        if (n <= 0)
            break;
        if ((uint64_t)n > walk->bytes_left) {
            whole = -1;
            break;
        }
        walk->bytes_left -= (uint64_t)n;
        send_frame(RUNNER_DATA, block, (size_t)n);
    }
    send_frame(RUNNER_END, NULL, 0);
    return whole;
}

static int walk_folder(struct walk *walk, int folder, size_t length, int depth);

static int walk_entry(struct walk *walk, int folder, const char *name, size_t length, int depth) {
    int added = snprintf(walk->path + length, sizeof walk->path - length, "%s%s", length ? "/" : "", name);
    if (added < 0 || length + (size_t)added >= 1024)
        return -1;
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return 0;
    struct stat about;
    int whole = 0;
    if (fstat(fd, &about) == 0 && S_ISDIR(about.st_mode))
        return walk_folder(walk, fd, length + (size_t)added, depth + 1);
    if (S_ISREG(about.st_mode))
        whole = --walk->files_left < 0 ? -1 : send_file(walk, fd, &about);
    close(fd);
    return whole;
}

static int walk_folder(struct walk *walk, int folder, size_t length, int depth) {
    DIR *entries = depth > DEEPEST ? NULL : fdopendir(folder);
    if (!entries) {
        close(folder);
        return depth > DEEPEST ? -1 : 0;
    }
    int whole = 0;
    for (struct dirent *entry; whole == 0 && (entry = readdir(entries));)
        if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
            whole = walk_entry(walk, folder, entry->d_name, length, depth);
    closedir(entries);
    return whole;
}

int collect_files(const char *folder, uid_t owner, uint64_t most_bytes) {
    struct walk walk = {.bytes_left = most_bytes, .files_left = MOST_FILES};
    act_as(owner);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    int whole = fd < 0 ? 0 : walk_folder(&walk, fd, 0, 0);
    act_as(0);
    return whole;
}

/* Moves what a subfolder holds up to `top` and removes it: no recursion, so no depth is too deep. */
static void flatten(int top, const char *name) {
    static unsigned counter;
    fchmodat(top, name, 0700, 0);
    int inner = openat(top, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (inner < 0)
        return;
    DIR *entries = fdopendir(inner);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
            continue;
        if (unlinkat(inner, entry->d_name, 0) == 0)
            continue;
        char lifted[48];
        snprintf(lifted, sizeof lifted, ".lifted-%u", counter++);
        fchmodat(inner, entry->d_name, 0700, 0);
        renameat(inner, entry->d_name, top, lifted);
    }
    if (entries)
        closedir(entries);
    unlinkat(top, name, AT_REMOVEDIR);
}

static int is_empty(const char *folder) {
    DIR *entries = opendir(folder);
    int count = 0;
    while (entries && readdir(entries))
        count++;
    if (entries)
        closedir(entries);
    return count <= 2;
}

static void empty(const char *folder) {
    int top = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (top < 0)
        return;
    uint64_t deadline = now_ns() + 10000000000u;
    while (!is_empty(folder) && now_ns() < deadline) {
        DIR *entries = opendir(folder);
        for (struct dirent *entry; entries && (entry = readdir(entries));) {
            if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
                continue;
            if (unlinkat(top, entry->d_name, 0) && unlinkat(top, entry->d_name, AT_REMOVEDIR))
                flatten(top, entry->d_name);
        }
        if (entries)
            closedir(entries);
    }
    close(top);
}

int wipe(uid_t owner) {
    static const char *const places[] = {"/tmp", "/dev/shm", "/dev/mqueue"};
    int left = 0;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (is_empty(places[i]))
            continue;
        act_as(owner);
        empty(places[i]);
        act_as(0);
        left |= !is_empty(places[i]);
    }
    return left ? -1 : 0;
}
