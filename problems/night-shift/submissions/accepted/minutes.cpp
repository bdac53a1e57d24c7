// Turns each time into minutes since midnight and adds up each person's minutes in a map.
// O(N log P) for P people.
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

int main() {
    constexpr int day = 24 * 60;
    int n;
    std::scanf("%d", &n);

    std::map<std::string, int> worked;
    for (int i = 0; i < n; i++) {
        char name[13];
        int start_hour, start_minute, end_hour, end_minute, rest;
        std::scanf("%12s %d:%d-%d:%d %d", name, &start_hour, &start_minute, &end_hour, &end_minute, &rest);
        int start = start_hour * 60 + start_minute;
        int end = end_hour * 60 + end_minute;
        if (end <= start) end += day;
        worked[name] += end - start - rest;
    }

    // The map is in order of names already, and a stable sort keeps that order among equals.
    std::vector<std::pair<std::string, int>> people(worked.begin(), worked.end());
    std::stable_sort(people.begin(), people.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });

    for (const auto& [name, minutes] : people) {
        std::printf("%s %d:%02d\n", name.c_str(), minutes / 60, minutes % 60);
    }
}
