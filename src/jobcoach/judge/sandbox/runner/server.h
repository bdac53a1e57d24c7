/* The runner's side of a fork server. */
#ifndef JOBCOACH_SERVER_H
#define JOBCOACH_SERVER_H

#include "confine.h"
#include "fork_server.h"
#include "protocol.h"

/* Starts the server that a FORK_SERVER frame names. */
void start_server(const struct frame *request, uid_t candidate);

/* The descriptor that becomes readable when a program has ended; -1: no server runs. */
int server_channel(void);

/* Orders one program; 0, or -1 with errno. */
int server_start(const struct confinement *confinement, const int stdio[3]);

/* The end of the program; leaves the container when the server is gone. */
struct fork_end server_result(void);

#endif
