// Decides dish by dish, taking it first and leaving it then, so choices come in ascending order.
// O(2^N * N) at most.
import java.util.Scanner;

public class Main {
    private static int n;
    private static int k;
    private static int budget;
    private static int[] price;
    private static int[] points;
    private static int[] clashes;
    private static int best = 0;
    private static int bestPoints = 0;
    private static int bestPrice = 0;

    private static void choose(int dish, int chosen, int paid, int rated) {
        int count = Integer.bitCount(chosen);
        if (count == k) {
            if (rated > bestPoints || (rated == bestPoints && paid < bestPrice)) {
                best = chosen;
                bestPoints = rated;
                bestPrice = paid;
            }
            return;
        }
        if (count + n - dish < k) {
            return;
        }
        if (paid + price[dish] <= budget && (chosen & clashes[dish]) == 0) {
            choose(dish + 1, chosen | 1 << dish, paid + price[dish], rated + points[dish]);
        }
        choose(dish + 1, chosen, paid, rated);
    }

    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        n = in.nextInt();
        k = in.nextInt();
        budget = in.nextInt();
        int m = in.nextInt();
        price = new int[n];
        points = new int[n];
        clashes = new int[n];
        for (int i = 0; i < n; i++) {
            price[i] = in.nextInt();
            points[i] = in.nextInt();
        }
        for (int i = 0; i < m; i++) {
            int u = in.nextInt() - 1;
            int v = in.nextInt() - 1;
            clashes[u] |= 1 << v;
            clashes[v] |= 1 << u;
        }
        choose(0, 0, 0, 0);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < n; i++) {
            if ((best >> i & 1) == 1) {
                out.append(i + 1).append(' ');
            }
        }
        System.out.println(best == 0 ? "-1" : out.toString().trim());
    }
}
