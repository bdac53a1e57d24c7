/* Binary search for the first signpost from which the trail goes down.
   Two measurements halve the range: 2 * log2(N), at most 48 measurements. */
#include <stdio.h>
#include <stdlib.h>

static int height(int post) {
    printf("? %d\n", post);
    fflush(stdout);
    int millimetres;
    if (scanf("%d", &millimetres) != 1) exit(0); /* the judge has ended the conversation */
    return millimetres;
}

int main(void) {
    int low = 1, high; /* the summit is in low..high */
    if (scanf("%d", &high) != 1) return 1;
    while (low < high) {
        int middle = low + (high - low) / 2;
        int here = height(middle);
        if (here < height(middle + 1)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    printf("! %d\n", low);
    fflush(stdout);
    return 0;
}
