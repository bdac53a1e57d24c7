// Prim from the satellite: the heap holds, for huts not connected yet, the edges that lead to them.
// O((N + M) log(N + M)).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

public class Main {
    private record Edge(int to, int cost, int dishes) {}

    private static final StreamTokenizer IN =
        new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));

    private static int readInt() throws IOException {
        IN.nextToken();
        return (int) IN.nval;
    }

    public static void main(String[] args) throws IOException {
        int n = readInt();
        int m = readInt();
        PriorityQueue<Edge> reachable =
            new PriorityQueue<>(Comparator.comparingInt(Edge::cost).thenComparingInt(Edge::dishes));
        List<List<Edge>> cables = new ArrayList<>();
        cables.add(List.of());
        for (int hut = 1; hut <= n; hut++) {
            reachable.add(new Edge(hut, readInt(), 1));
            cables.add(new ArrayList<>());
        }
        for (int i = 0; i < m; i++) {
            int u = readInt();
            int v = readInt();
            int cost = readInt();
            cables.get(u).add(new Edge(v, cost, 0));
            cables.get(v).add(new Edge(u, cost, 0));
        }

        boolean[] connected = new boolean[n + 1];
        long total = 0;
        int dishes = 0;
        while (!reachable.isEmpty()) {
            Edge edge = reachable.remove();
            if (connected[edge.to()]) {
                continue;
            }
            connected[edge.to()] = true;
            total += edge.cost();
            dishes += edge.dishes();
            reachable.addAll(cables.get(edge.to()));
        }
        System.out.println(total + " " + dishes);
    }
}
