/* Two pointers; two monotonic queues give the maximum and the minimum of the window.
 * O(N): each position enters and leaves each queue at most once. */
#include <stdio.h>

#define MAX_N 100000

static long long temperature[MAX_N];

/* Positions queue[front..back-1]; as no position enters twice, no wrap-around is needed. */
struct queue {
    int position[MAX_N];
    int front, back;
};

static struct queue highest, lowest;

static void push(struct queue *q, int position, int sign) {
    while (q->back > q->front &&
           sign * temperature[q->position[q->back - 1]] <= sign * temperature[position]) {
        q->back--;
    }
    q->position[q->back++] = position;
}

static void drop_before(struct queue *q, int left) {
    if (q->position[q->front] < left) q->front++;
}

int main(void) {
    int n;
    long long limit;
    if (scanf("%d %lld", &n, &limit) != 2) return 1;
    for (int i = 0; i < n; i++) {
        if (scanf("%lld", &temperature[i]) != 1) return 1;
    }

    int left = 0, best_length = 0, best_start = 0;
    for (int right = 0; right < n; right++) {
        push(&highest, right, +1);
        push(&lowest, right, -1);

        while (temperature[highest.position[highest.front]] -
                   temperature[lowest.position[lowest.front]] > limit) {
            left++;
            drop_before(&highest, left);
            drop_before(&lowest, left);
        }

        if (right - left + 1 > best_length) {
            best_length = right - left + 1;
            best_start = left;
        }
    }
    printf("%d %d\n", best_length, best_start + 1);
    return 0;
}
