/* best = own satisfaction + greatest best among earlier offers of a lower level;
 * a Fenwick tree of prefix maxima over the ranks of the levels finds it. O(N log N). */
#include <stdio.h>
#include <stdlib.h>

#define MAX_N 50000

static int level[MAX_N], satisfaction[MAX_N], sorted[MAX_N];
static long long tree[MAX_N + 1]; /* zeros: declining all offers so far is always possible */

static int compare(const void *left, const void *right) {
    int a = *(const int *)left, b = *(const int *)right;
    return (a > b) - (a < b);
}

/* How many of the sorted levels are lower than the given one. */
static int count_lower(int n, int value) {
    int low = 0, high = n;
    while (low < high) {
        int middle = (low + high) / 2;
        if (sorted[middle] < value) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static long long query(int last) {
    long long greatest = 0;
    for (int i = last; i > 0; i -= i & -i) {
        if (tree[i] > greatest) greatest = tree[i];
    }
    return greatest;
}

static void raise_to(int size, int position, long long value) {
    for (int i = position; i <= size; i += i & -i) {
        if (tree[i] < value) tree[i] = value;
    }
}

int main(void) {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    for (int i = 0; i < n; i++) {
        if (scanf("%d %d", &level[i], &satisfaction[i]) != 2) return 1;
        sorted[i] = level[i];
    }
    qsort(sorted, n, sizeof sorted[0], compare);

    for (int i = 0; i < n; i++) {
        int lower = count_lower(n, level[i]); /* equal levels share the position lower + 1 */
        raise_to(n, lower + 1, query(lower) + satisfaction[i]);
    }
    printf("%lld\n", query(n));
    return 0;
}
