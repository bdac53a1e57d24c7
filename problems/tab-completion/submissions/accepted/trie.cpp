// A trie whose nodes count the commands below them. The completion goes on while one child has them all.
// O(length of the word) for adding and removing, 26 times that for the completion.
#include <array>
#include <iostream>
#include <string>
#include <vector>

class Trie {
public:
    void add(const std::string& word) {
        int node = root;
        nodes_[node].count++;
        for (char letter : word) {
            int child = nodes_[node].children[letter - 'a'];
            if (child == none) {
                child = static_cast<int>(nodes_.size());
                nodes_[node].children[letter - 'a'] = child;
                nodes_.emplace_back();
            }
            node = child;
            nodes_[node].count++;
        }
        nodes_[node].ends++;
    }

    void remove(const std::string& word) {
        int last = find(word);
        if (last == none || nodes_[last].ends == 0) return;
        nodes_[last].ends--;
        int node = root;
        nodes_[node].count--;
        for (char letter : word) {
            node = nodes_[node].children[letter - 'a'];
            nodes_[node].count--;
        }
    }

    std::string complete(std::string text) const {
        int node = find(text);
        if (node == none || nodes_[node].count == 0) return "0";
        const int count = nodes_[node].count;
        for (int next = only_way_on(node); next != none; next = only_way_on(node)) {
            text += static_cast<char>('a' + next);
            node = nodes_[node].children[next];
        }
        return std::to_string(count) + ' ' + text;
    }

private:
    static constexpr int root = 0;
    static constexpr int none = -1;

    struct Node {
        std::array<int, 26> children;
        int count = 0;  // commands in this subtree
        int ends = 0;   // commands that end here
        Node() { children.fill(none); }
    };

    int find(const std::string& word) const {
        int node = root;
        for (char letter : word) {
            node = nodes_[node].children[letter - 'a'];
            if (node == none) return none;
        }
        return node;
    }

    // The letter with which all commands below a node go on, or none.
    int only_way_on(int node) const {
        for (int letter = 0; letter < 26; letter++) {
            int child = nodes_[node].children[letter];
            if (child != none && nodes_[child].count == nodes_[node].count) return letter;
        }
        return none;
    }

    std::vector<Node> nodes_{1};
};

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);

    int q;
    std::cin >> q;
    Trie trie;
    while (q-- > 0) {
        char operation;
        std::string word;
        std::cin >> operation >> word;
        if (operation == '+') {
            trie.add(word);
        } else if (operation == '-') {
            trie.remove(word);
        } else {
            std::cout << trie.complete(word) << '\n';
        }
    }
}
