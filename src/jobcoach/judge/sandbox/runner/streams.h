/* What becomes a program's stdin, stdout and stderr. */
#ifndef JOBCOACH_STREAMS_H
#define JOBCOACH_STREAMS_H

#include <sys/types.h>

/* A pipe that belongs to `uid`, so that the program can open /dev/stdout by its name. */
void pipe_of(uid_t uid, int ends[2]);

/* The DATA frames that follow, as a sealed file opened for reading: it can be
 * sized, mapped and seeked, and not changed. */
int input_file(void);

#endif
