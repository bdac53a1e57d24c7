/* Ends as the first line of its input says. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* A frame of 1 KB that is needed to the end: 200 MB in all. */
static int depth(int n) {
    volatile char frame[1024];
    frame[n % 1024] = 1;
    int below = n == 0 ? -1 : depth(n - 1);
    return below + frame[n % 1024];
}

int main(void) {
    char word[16];
    scanf("%15s", word);
    if (!strcmp(word, "sum")) {
        long sum = 0, one;
        while (scanf("%ld", &one) == 1)
            sum += one;
        printf("%ld\n", sum);
    } else if (!strcmp(word, "korean")) {
        char name[64];
        setlocale(LC_ALL, "");
        scanf("%63s", name);
        printf("안녕하세요, %s! %zu\n", name, mbstowcs(NULL, name, 0));
    } else if (!strcmp(word, "deep")) {
        printf("%d\n", depth(200000));
    } else if (!strcmp(word, "raise")) {
        volatile int zero = 0;
        return 7 / zero;
    } else if (!strcmp(word, "exit")) {
        return 3;
    } else if (!strcmp(word, "signal")) {
        abort();
    } else if (!strcmp(word, "loop")) {
        for (volatile int i = 0;; i++)
            ;
    } else if (!strcmp(word, "memory")) {
        for (;;)
            memset(malloc(1 << 20), 1, 1 << 20);
    } else if (!strcmp(word, "flood")) {
        for (;;)
            puts("flood flood flood flood");
    }
    return 0;
}
