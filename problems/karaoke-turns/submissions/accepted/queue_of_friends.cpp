// Plays the evening with a queue: the front sings, and joins the end if songs are left.
// O(number of turns), which is at most the number of songs.
#include <algorithm>
#include <iostream>
#include <queue>
#include <vector>

int main() {
    int n, k;
    std::cin >> n >> k;
    std::vector<int> left(n), goes_home_after(n);
    std::queue<int> line;
    for (int person = 0; person < n; ++person) {
        std::cin >> left[person];
        line.push(person);
    }

    int sung = 0;
    while (!line.empty()) {
        int person = line.front();
        line.pop();
        int now = std::min(k, left[person]);
        sung += now;
        left[person] -= now;
        if (left[person] > 0) {
            line.push(person);
        } else {
            goes_home_after[person] = sung;
        }
    }
    for (int person = 0; person < n; ++person) std::cout << goes_home_after[person] << (person + 1 < n ? ' ' : '\n');
}
