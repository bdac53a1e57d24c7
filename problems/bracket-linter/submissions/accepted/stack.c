/* A stack of the opening brackets that are still open, with their positions.
 * O(characters): each bracket is pushed and popped at most once. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#define MAX_CHARACTERS 200000

struct bracket {
    char kind;
    int row, column;
};

static struct bracket unclosed[MAX_CHARACTERS];
static int depth = 0;
static char line[MAX_CHARACTERS + 2]; /* with the line break and the final NUL */

static char partner(char closing) {
    switch (closing) {
        case ')': return '(';
        case ']': return '[';
        case '}': return '{';
        default: return 0;
    }
}

/* The column of the first wrong closing bracket in the line, or 0. */
static int check_line(int row) {
    bool in_string = false;
    for (int i = 0; line[i] != '\0'; i++) {
        char c = line[i];
        if (c == '"') {
            in_string = !in_string;
        } else if (in_string) {
            continue;
        } else if (c == '(' || c == '[' || c == '{') {
            unclosed[depth++] = (struct bracket){c, row, i + 1};
        } else if (partner(c) != 0) {
            if (depth == 0 || unclosed[depth - 1].kind != partner(c)) return i + 1;
            depth--;
        }
    }
    return 0;
}

int main(void) {
    if (fgets(line, sizeof line, stdin) == NULL) return 1;
    int n = atoi(line);

    for (int row = 1; row <= n; row++) {
        if (fgets(line, sizeof line, stdin) == NULL) return 1;
        int column = check_line(row);
        if (column != 0) {
            printf("%d %d\n", row, column);
            return 0;
        }
    }

    if (depth > 0) {
        printf("%d %d\n", unclosed[0].row, unclosed[0].column);
    } else {
        puts("OK");
    }
    return 0;
}
