// Dijkstra from each café gives all distances; then the best café is looked for.
// O(N * M log M + N * K).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

public class Main {
    private static final int INFINITE = 1_000_000_000;
    private static final StreamTokenizer IN =
        new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));

    private static int readInt() throws IOException {
        IN.nextToken();
        return (int) IN.nval;
    }

    private static int[] distancesFrom(int start, List<List<int[]>> roads) {
        int[] dist = new int[roads.size()];
        Arrays.fill(dist, INFINITE);
        dist[start] = 0;
        PriorityQueue<int[]> queue = new PriorityQueue<>(Comparator.comparingInt(entry -> entry[1]));
        queue.add(new int[] {start, 0});
        while (!queue.isEmpty()) {
            int[] entry = queue.remove();
            if (entry[1] > dist[entry[0]]) {
                continue;
            }
            for (int[] road : roads.get(entry[0])) {
                int minutes = entry[1] + road[1];
                if (minutes < dist[road[0]]) {
                    dist[road[0]] = minutes;
                    queue.add(new int[] {road[0], minutes});
                }
            }
        }
        return dist;
    }

    public static void main(String[] args) throws IOException {
        int n = readInt();
        int m = readInt();
        int k = readInt();
        List<List<int[]>> roads = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            roads.add(new ArrayList<>());
        }
        for (int i = 0; i < m; i++) {
            int u = readInt() - 1;
            roads.get(u).add(new int[] {readInt() - 1, readInt()});
        }
        int[] homes = new int[k];
        for (int i = 0; i < k; i++) {
            homes[i] = readInt() - 1;
        }

        int[][] dist = new int[n][];
        for (int i = 0; i < n; i++) {
            dist[i] = distancesFrom(i, roads);
        }
        int best = -1;
        int bestLongest = INFINITE;
        long bestTotal = 0;
        for (int cafe = 0; cafe < n; cafe++) {
            int longest = 0;
            long total = 0;
            for (int home : homes) {
                int journey = dist[home][cafe] + dist[cafe][home];
                longest = Math.max(longest, journey);
                total += journey;
            }
            if (longest < bestLongest || (longest == bestLongest && best >= 0 && total < bestTotal)) {
                best = cafe;
                bestLongest = longest;
                bestTotal = total;
            }
        }
        System.out.println(best < 0 ? "-1" : (best + 1) + " " + bestLongest + " " + bestTotal);
    }
}
