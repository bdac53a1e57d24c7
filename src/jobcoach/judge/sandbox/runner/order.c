#include "order.h"

#include <string.h>

static char *next_string(char **rest, size_t *left) {
    char *string = *rest, *end = memchr(string, 0, *left);
    if (!end)
        leave("too few strings\n");
    *rest = end + 1;
    *left -= (size_t)(end + 1 - string);
    return string;
}

struct order *read_order(const struct frame *frame) {
    static char strings[FRAME_MAX];
    static struct order order;
    memset(&order, 0, sizeof order);
    if (frame->size < sizeof order.header)
        leave("bad run frame\n");
    memcpy(&order.header, frame->payload, sizeof order.header);
    size_t left = frame->size - sizeof order.header;
    memcpy(strings, frame->payload + sizeof order.header, left);
    if (order.header.argc >= MOST_STRINGS || order.header.envc >= MOST_STRINGS)
        leave("too many strings\n");
    char *rest = strings;
    order.cwd = next_string(&rest, &left);
    order.collect = next_string(&rest, &left);
    for (size_t i = 0; i < order.header.argc; i++)
        order.argv[i] = next_string(&rest, &left);
    for (size_t i = 0; i < order.header.envc; i++)
        order.env[i] = next_string(&rest, &left);
    return &order;
}
