// Kahn's topological sort. If courses are left over, each of them has a prerequisite
// that is left over too, so walking back along these must run into a circle. O(N + M).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

public class Main {
    private static int readInt(StreamTokenizer in) throws IOException {
        in.nextToken();
        return (int) in.nval;
    }

    private static String join(Iterable<Integer> courses) {
        StringBuilder line = new StringBuilder();
        for (int course : courses) {
            line.append(course).append(' ');
        }
        return line.toString().strip();
    }

    public static void main(String[] args) throws IOException {
        StreamTokenizer in = new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));
        int n = readInt(in);
        int m = readInt(in);
        List<List<Integer>> followers = new ArrayList<>();
        for (int course = 0; course <= n; course++) {
            followers.add(new ArrayList<>());
        }
        int[] missing = new int[n + 1]; // prerequisites not yet taken
        for (int i = 0; i < m; i++) {
            int a = readInt(in);
            int b = readInt(in);
            followers.get(a).add(b);
            missing[b]++;
        }

        List<Integer> order = new ArrayList<>();
        for (int course = 1; course <= n; course++) {
            if (missing[course] == 0) {
                order.add(course);
            }
        }
        for (int i = 0; i < order.size(); i++) {
            for (int follower : followers.get(order.get(i))) {
                if (--missing[follower] == 0) {
                    order.add(follower);
                }
            }
        }
        if (order.size() == n) {
            System.out.println("YES");
            System.out.println(join(order));
            return;
        }

        int[] blocker = new int[n + 1]; // a prerequisite that is left over
        int course = 0;
        for (int a = 1; a <= n; a++) {
            if (missing[a] > 0) {
                course = a;
                for (int b : followers.get(a)) {
                    blocker[b] = a;
                }
            }
        }
        // After n steps back the walk is on a circle for certain.
        for (int i = 0; i < n; i++) {
            course = blocker[course];
        }
        Deque<Integer> circle = new ArrayDeque<>();
        for (int c = course; circle.isEmpty() || c != course; c = blocker[c]) {
            circle.addFirst(c);
        }
        System.out.println("NO");
        System.out.println(circle.size());
        System.out.println(join(circle));
    }
}
