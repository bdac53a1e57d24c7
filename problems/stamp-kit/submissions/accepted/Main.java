// A hash map from the sorted letters of a word to the sorted set of words that have them.
// O(N L (log L + log N)) on average for words of L letters.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

public class Main {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int n = Integer.parseInt(in.readLine().trim());

        Map<String, TreeSet<String>> kits = new HashMap<>();
        for (int i = 0; i < n; i++) {
            String word = in.readLine().trim();
            char[] letters = word.toCharArray();
            Arrays.sort(letters);
            kits.computeIfAbsent(new String(letters), unused -> new TreeSet<>()).add(word);
        }

        Comparator<TreeSet<String>> bySize = Comparator.comparingInt(kit -> -kit.size());
        TreeSet<String> best = kits.values().stream()
            .min(bySize.thenComparing(TreeSet::first))
            .orElseThrow();
        System.out.println(String.join("\n", best));
    }
}
