// Wrong: of the brackets left open it reports the top of the stack, which was
// opened last. O(characters).
#include <iostream>
#include <string>
#include <vector>

struct Bracket {
    char kind;
    int row, column;
};

int main() {
    const std::string opening = "([{", closing = ")]}";
    std::string line;
    std::getline(std::cin, line);
    int n = std::stoi(line);

    std::vector<Bracket> stack;
    for (int row = 1; row <= n; ++row) {
        std::getline(std::cin, line);
        bool in_string = false;
        for (int i = 0; i < static_cast<int>(line.size()); ++i) {
            if (line[i] == '"') in_string = !in_string;
            if (in_string) continue;
            if (opening.find(line[i]) != std::string::npos) stack.push_back({line[i], row, i + 1});
            auto kind = closing.find(line[i]);
            if (kind == std::string::npos) continue;
            if (stack.empty() || stack.back().kind != opening[kind]) {
                std::cout << row << ' ' << i + 1 << '\n';
                return 0;
            }
            stack.pop_back();
        }
    }
    if (stack.empty()) {
        std::cout << "OK\n";
    } else {
        std::cout << stack.back().row << ' ' << stack.back().column << '\n';
    }
}
