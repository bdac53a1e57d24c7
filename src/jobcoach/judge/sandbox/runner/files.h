/* Files into and out of the container, always with the rights of the user who owns them. */
#ifndef JOBCOACH_FILES_H
#define JOBCOACH_FILES_H

#include "protocol.h"

#include <sys/types.h>

/* Takes the file that `header` announces from the host and writes it below /box
 * as `owner`. Leaves the container when the host asks for what it must not. */
void install_file(const struct frame *header, uid_t owner);

/* Sends all regular files below `folder` to the host, read as `owner`; symlinks
 * are passed over. Returns 0, or -1 when there was more than `most_bytes`. */
int collect_files(const char *folder, uid_t owner, uint64_t most_bytes);

/* Removes everything that `owner` left in the writable places. 0 or -1. */
int wipe(uid_t owner);

#endif
