/* Runs the film backwards: start with the lines that stay open and open the closed ones in reverse order.
   Union-find by size with path halving joins the islands: O((N + M) log N), nearly linear. */
#include <stdbool.h>
#include <stdio.h>

enum { MAX_N = 70000, MAX_M = 70000, MAX_K = 20000 };

static int parent[MAX_N + 1];
static int size[MAX_N + 1];
static long long pairs = 0;

static int end_a[MAX_M], end_b[MAX_M];
static bool closed[MAX_M];
static int closures[MAX_K];
static long long answers[MAX_K];

static int find(int island) {
    while (parent[island] != island) {
        parent[island] = parent[parent[island]];
        island = parent[island];
    }
    return island;
}

static void open_line(int line) {
    int a = find(end_a[line]);
    int b = find(end_b[line]);
    if (a == b) return;
    if (size[a] < size[b]) {
        int smaller = a;
        a = b;
        b = smaller;
    }
    pairs += (long long)size[a] * size[b];
    parent[b] = a;
    size[a] += size[b];
}

int main(void) {
    int n, m, k;
    if (scanf("%d %d %d", &n, &m, &k) != 3) return 1;
    for (int line = 0; line < m; line++) {
        if (scanf("%d %d", &end_a[line], &end_b[line]) != 2) return 1;
    }
    for (int i = 0; i < k; i++) {
        if (scanf("%d", &closures[i]) != 1) return 1;
        closed[--closures[i]] = true;
    }

    for (int island = 1; island <= n; island++) {
        parent[island] = island;
        size[island] = 1;
    }
    for (int line = 0; line < m; line++) {
        if (!closed[line]) open_line(line);
    }

    for (int i = k - 1; i >= 0; i--) {
        answers[i] = pairs;
        open_line(closures[i]);
    }
    for (int i = 0; i < k; i++) printf("%lld\n", answers[i]);
    return 0;
}
