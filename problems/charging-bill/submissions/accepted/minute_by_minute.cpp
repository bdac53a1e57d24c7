// Turns times into minutes and looks at each minute of each record.
// O(total minutes), fewer than 1.5 million.
#include <algorithm>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

int minutes_of(const std::string& duration) {
    int total = 0, number = 0;
    for (char c : duration) {
        if (c == 'h') {
            total += 60 * number;
            number = 0;
        } else if (c == 'm') {
            total += number;
        } else {
            number = 10 * number + (c - '0');
        }
    }
    return total;
}

bool is_night(int minute) {
    minute %= 24 * 60;
    return minute >= 23 * 60 || minute < 7 * 60;
}

int main() {
    int n, day, night;
    std::cin >> n >> day >> night;
    std::map<std::string, int> bills;
    for (int i = 0; i < n; ++i) {
        std::string begin, duration, car;
        std::cin >> begin >> duration >> car;
        int start = 60 * std::stoi(begin.substr(0, 2)) + std::stoi(begin.substr(3));
        int end = start + minutes_of(duration);
        for (int minute = start; minute < end; ++minute) bills[car] += is_night(minute) ? night : day;
    }

    // Negated amounts make the natural order of pairs the wanted one.
    std::vector<std::pair<int, std::string>> sorted;
    for (const auto& [car, amount] : bills) sorted.emplace_back(-(amount / 10 * 10), car);
    std::sort(sorted.begin(), sorted.end());
    for (const auto& [negated, car] : sorted) std::cout << car << ' ' << -negated << '\n';
}
