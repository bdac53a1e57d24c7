// A hash map from each lower-case keyword to the set of people who searched for it.
// O(N) expected to read, O(D log D) to sort D different keywords.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;

public class Main {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        StringTokenizer header = new StringTokenizer(in.readLine());
        int n = Integer.parseInt(header.nextToken());
        int k = Integer.parseInt(header.nextToken());

        Map<String, Set<String>> people = new HashMap<>();
        for (int i = 0; i < n; i++) {
            StringTokenizer line = new StringTokenizer(in.readLine());
            String user = line.nextToken();
            String keyword = line.nextToken().toLowerCase(Locale.ROOT);
            people.computeIfAbsent(keyword, unused -> new HashSet<>()).add(user);
        }

        List<String> ranking = new ArrayList<>(people.keySet());
        Comparator<String> byPeople = Comparator.comparingInt(keyword -> -people.get(keyword).size());
        ranking.sort(byPeople.thenComparing(Comparator.naturalOrder()));

        StringBuilder out = new StringBuilder();
        for (String keyword : ranking.subList(0, Math.min(k, ranking.size()))) {
            out.append(keyword).append(' ').append(people.get(keyword).size()).append('\n');
        }
        System.out.print(out);
    }
}
