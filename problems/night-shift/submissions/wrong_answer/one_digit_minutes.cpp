// Wrong: prints 9 hours 5 minutes as 9:5.
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

int main() {
    int n;
    std::scanf("%d", &n);

    std::map<std::string, int> worked;
    for (int i = 0; i < n; i++) {
        char name[13];
        int start_hour, start_minute, end_hour, end_minute, rest;
        std::scanf("%12s %d:%d-%d:%d %d", name, &start_hour, &start_minute, &end_hour, &end_minute, &rest);
        int start = start_hour * 60 + start_minute;
        int end = end_hour * 60 + end_minute;
        if (end <= start) end += 24 * 60;
        worked[name] += end - start - rest;
    }

    std::vector<std::pair<std::string, int>> people(worked.begin(), worked.end());
    std::stable_sort(people.begin(), people.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });

    for (const auto& [name, minutes] : people) {
        std::printf("%s %d:%d\n", name.c_str(), minutes / 60, minutes % 60);
    }
}
