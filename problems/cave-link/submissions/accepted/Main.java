// Two searches give the diameter of a tree; its centre lies on the diameter.
// O(N).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

public class Main {
    private static final StreamTokenizer IN =
        new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));

    private static List<List<int[]>> tunnels;
    private static long[] distance;
    private static int[] before;

    private static int readInt() throws IOException {
        IN.nextToken();
        return (int) IN.nval;
    }

    /** Fills distance and before for the tree of the start; returns the farthest chamber. */
    private static int search(int start) {
        int farthest = start;
        distance[start] = 0;
        before[start] = 0;
        Deque<Integer> waiting = new ArrayDeque<>();
        waiting.push(start);
        while (!waiting.isEmpty()) {
            int here = waiting.pop();
            if (distance[here] > distance[farthest]) {
                farthest = here;
            }
            for (int[] tunnel : tunnels.get(here)) {
                if (tunnel[0] != before[here]) {
                    distance[tunnel[0]] = distance[here] + tunnel[1];
                    before[tunnel[0]] = here;
                    waiting.push(tunnel[0]);
                }
            }
        }
        return farthest;
    }

    public static void main(String[] args) throws IOException {
        int n = readInt();
        int m = readInt();
        long joined = readInt();
        tunnels = new ArrayList<>();
        for (int i = 0; i <= n; i++) {
            tunnels.add(new ArrayList<>());
        }
        for (int i = 0; i < m; i++) {
            int u = readInt();
            int v = readInt();
            int w = readInt();
            tunnels.get(u).add(new int[] {v, w});
            tunnels.get(v).add(new int[] {u, w});
        }
        distance = new long[n + 1];
        before = new int[n + 1];
        Arrays.fill(before, -1);

        long answer = 0;
        for (int chamber = 1; chamber <= n; chamber++) {
            if (before[chamber] != -1) {
                continue;
            }
            int here = search(search(chamber));
            long diameter = distance[here];
            long radius = diameter;
            for (; here != 0; here = before[here]) {
                radius = Math.min(radius, Math.max(distance[here], diameter - distance[here]));
            }
            answer = Math.max(answer, diameter);
            joined += radius;
        }
        System.out.println(Math.max(answer, joined));
    }
}
