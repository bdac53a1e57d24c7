// Wrong: whoever begins sings the whole list at once, so nobody goes to the end of the line.
// O(N).
#include <iostream>

int main() {
    int n, k, sung = 0;
    std::cin >> n >> k;
    for (int person = 0; person < n; ++person) {
        int songs;
        std::cin >> songs;
        sung += songs;
        std::cout << sung << ' ';
    }
}
