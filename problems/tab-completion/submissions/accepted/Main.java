// A trie whose nodes count the commands below them. The completion goes on while one child has them all.
// O(length of the word) for adding and removing, 26 times that for the completion.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

public class Main {
    private static final int LETTERS = 26;

    private static class Node {
        final Node[] children = new Node[LETTERS];
        int count; // commands in this subtree
        int ends; // commands that end here

        /** The letter with which all commands below this node go on, or -1. */
        int onlyWayOn() {
            for (int letter = 0; letter < LETTERS; letter++) {
                if (children[letter] != null && children[letter].count == count) {
                    return letter;
                }
            }
            return -1;
        }
    }

    private static final Node ROOT = new Node();

    private static void add(String word) {
        Node node = ROOT;
        node.count++;
        for (int i = 0; i < word.length(); i++) {
            int letter = word.charAt(i) - 'a';
            if (node.children[letter] == null) {
                node.children[letter] = new Node();
            }
            node = node.children[letter];
            node.count++;
        }
        node.ends++;
    }

    private static Node find(String word) {
        Node node = ROOT;
        for (int i = 0; i < word.length() && node != null; i++) {
            node = node.children[word.charAt(i) - 'a'];
        }
        return node;
    }

    private static void remove(String word) {
        Node last = find(word);
        if (last == null || last.ends == 0) {
            return;
        }
        last.ends--;
        Node node = ROOT;
        node.count--;
        for (int i = 0; i < word.length(); i++) {
            Node child = node.children[word.charAt(i) - 'a'];
            child.count--;
            if (child.count == 0) {
                node.children[word.charAt(i) - 'a'] = null;
                return;
            }
            node = child;
        }
    }

    private static String complete(String prefix) {
        Node node = find(prefix);
        if (node == null) {
            return "0";
        }
        StringBuilder text = new StringBuilder().append(node.count).append(' ').append(prefix);
        for (int next = node.onlyWayOn(); next >= 0; next = node.onlyWayOn()) {
            text.append((char) ('a' + next));
            node = node.children[next];
        }
        return text.toString();
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int q = Integer.parseInt(in.readLine());
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < q; i++) {
            String line = in.readLine();
            String word = line.substring(2);
            switch (line.charAt(0)) {
                case '+' -> add(word);
                case '-' -> remove(word);
                default -> out.append(complete(word)).append('\n');
            }
        }
        System.out.print(out);
    }
}
