/* Follows each parcel move by move; directions 0..3 are clockwise, so a turn is +1 modulo 4.
   O(Q * T) moves of O(1). */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { MAX_SIDE = 50 };

static const char BELTS[] = "^>v<";
static const char SIDES[] = "URDL";
static const int DR[] = {-1, 0, 1, 0};
static const int DC[] = {0, 1, 0, -1};

static int direction[MAX_SIDE][MAX_SIDE];
static bool turns[MAX_SIDE][MAX_SIDE];

int main(void) {
    int rows, cols, limit;
    if (scanf("%d %d %d", &rows, &cols, &limit) != 3) return 1;
    for (int r = 0; r < rows; r++) {
        char text[MAX_SIDE + 1];
        if (scanf("%50s", text) != 1) return 1;
        for (int c = 0; c < cols; c++) {
            const char *side = strchr(SIDES, text[c]);
            turns[r][c] = side != NULL;
            direction[r][c] = (int)(side != NULL ? side - SIDES : strchr(BELTS, text[c]) - BELTS);
        }
    }

    int parcels;
    if (scanf("%d", &parcels) != 1) return 1;
    while (parcels-- > 0) {
        int r, c;
        if (scanf("%d %d", &r, &c) != 2) return 1;
        r--, c--;

        bool gone = false;
        for (int move = 1; move <= limit && !gone; move++) {
            int d = direction[r][c];
            if (turns[r][c]) direction[r][c] = (d + 1) % 4;

            int next_r = r + DR[d], next_c = c + DC[d];
            gone = next_r < 0 || next_r >= rows || next_c < 0 || next_c >= cols;
            if (gone) {
                printf("%c %d %d\n", SIDES[d], (DC[d] == 0 ? c : r) + 1, move);
            } else {
                r = next_r;
                c = next_c;
            }
        }
        if (!gone) printf("X %d %d\n", r + 1, c + 1);
    }
    return 0;
}
