// Ends as the first line of its input says.
#include <cstring>
#include <iostream>
#include <locale>
#include <stdexcept>
#include <string>
#include <vector>

// A frame of 1 KB that is needed to the end: 200 MB in all.
static int depth(int n) {
    volatile char frame[1024];
    frame[n % 1024] = 1;
    int below = n == 0 ? -1 : depth(n - 1);
    return below + frame[n % 1024];
}

int main() {
    std::ios::sync_with_stdio(false);
    std::string word;
    std::cin >> word;
    if (word == "sum") {
        long sum = 0;
        for (long one; std::cin >> one;)
            sum += one;
        std::cout << sum << "\n";
    } else if (word == "korean") {
        std::locale::global(std::locale(""));
        std::string name;
        std::cin >> name;
        std::cout << "안녕하세요, " << name << "! " << std::mbstowcs(nullptr, name.c_str(), 0) << "\n";
    } else if (word == "deep") {
        std::cout << depth(200000) << "\n";
    } else if (word == "raise") {
        throw std::runtime_error("thrown");
    } else if (word == "exit") {
        return 3;
    } else if (word == "signal") {
        *static_cast<volatile int *>(nullptr) = 1;
    } else if (word == "loop") {
        for (volatile int i = 0; i == 0;)
            ;
    } else if (word == "memory") {
        std::vector<std::string> kept;
        for (;;)
            kept.emplace_back(1 << 20, 'x');
    } else if (word == "flood") {
        for (;;)
            std::cout << "flood flood flood flood\n";
    }
}
