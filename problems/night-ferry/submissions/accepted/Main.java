// Dijkstra over (island, vouchers used). Arriving earlier never hurts, so the waiting
// for a ferry can simply be part of the cost. O(MK log(NK)).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.StringTokenizer;

public class Main {
    private record Route(int target, long crossing, long period) {}

    private record Arrival(long time, int used, int island) {}

    private final List<List<Route>> routes;
    private final long[][] earliest;
    private final PriorityQueue<Arrival> queue =
        new PriorityQueue<>(Comparator.comparingLong(Arrival::time));

    private Main(List<List<Route>> routes, int vouchers) {
        this.routes = routes;
        this.earliest = new long[vouchers + 1][routes.size()];
        for (long[] layer : earliest) {
            Arrays.fill(layer, Long.MAX_VALUE);
        }
    }

    private void arrive(long time, int used, int island) {
        if (time < earliest[used][island]) {
            earliest[used][island] = time;
            queue.add(new Arrival(time, used, island));
        }
    }

    private long earliestArrival(int destination) {
        arrive(0, 0, 1);
        while (!queue.isEmpty()) {
            Arrival now = queue.remove();
            if (now.island() == destination) {
                return now.time();
            }
            if (now.time() > earliest[now.used()][now.island()]) {
                continue; // an earlier arrival has been handled
            }
            for (Route route : routes.get(now.island())) {
                long departure = (now.time() + route.period() - 1) / route.period() * route.period();
                arrive(departure + route.crossing(), now.used(), route.target());
                if (now.used() + 1 < earliest.length) {
                    arrive(now.time() + route.crossing(), now.used() + 1, route.target());
                }
            }
        }
        return -1;
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        StringTokenizer header = new StringTokenizer(in.readLine());
        int n = Integer.parseInt(header.nextToken());
        int m = Integer.parseInt(header.nextToken());
        int k = Integer.parseInt(header.nextToken());

        List<List<Route>> routes = new ArrayList<>();
        for (int island = 0; island <= n; island++) {
            routes.add(new ArrayList<>());
        }
        for (int i = 0; i < m; i++) {
            StringTokenizer line = new StringTokenizer(in.readLine());
            int u = Integer.parseInt(line.nextToken());
            int v = Integer.parseInt(line.nextToken());
            long crossing = Long.parseLong(line.nextToken());
            long period = Long.parseLong(line.nextToken());
            routes.get(u).add(new Route(v, crossing, period));
            routes.get(v).add(new Route(u, crossing, period));
        }
        System.out.println(new Main(routes, k).earliestArrival(n));
    }
}
