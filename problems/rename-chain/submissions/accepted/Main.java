// Breadth-first search; tries all 26 letters at each position and all swaps of neighbours.
// O(26 * N * L) look-ups in a hash set.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

public class Main {
    private static List<String> oneStepFrom(String name) {
        List<String> found = new ArrayList<>();
        char[] letters = name.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            char kept = letters[i];
            for (char c = 'a'; c <= 'z'; c++) {
                letters[i] = c;
                found.add(new String(letters));
            }
            letters[i] = kept;
        }
        for (int i = 0; i + 1 < letters.length; i++) {
            char kept = letters[i];
            letters[i] = letters[i + 1];
            letters[i + 1] = kept;
            found.add(new String(letters));
            letters[i + 1] = letters[i];
            letters[i] = kept;
        }
        return found;
    }

    private static int steps(String begin, String target, Set<String> left) {
        left.remove(begin);
        List<String> frontier = List.of(begin);
        for (int steps = 0; !frontier.isEmpty(); steps++) {
            List<String> following = new ArrayList<>();
            for (String name : frontier) {
                if (name.equals(target)) {
                    return steps;
                }
                for (String near : oneStepFrom(name)) {
                    if (left.remove(near)) {
                        following.add(near);
                    }
                }
            }
            frontier = following;
        }
        return -1;
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int n = Integer.parseInt(in.readLine().trim());
        StringTokenizer ends = new StringTokenizer(in.readLine());
        String begin = ends.nextToken();
        String target = ends.nextToken();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < n; i++) {
            names.add(in.readLine().trim());
        }
        System.out.println(steps(begin, target, names));
    }
}
