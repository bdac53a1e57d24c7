// A hash map counts the prices seen so far; each good looks for its partner among them.
// O(N) on average.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;

public class Main {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        StringTokenizer header = new StringTokenizer(in.readLine());
        int n = Integer.parseInt(header.nextToken());
        int amount = Integer.parseInt(header.nextToken());

        StringTokenizer prices = new StringTokenizer(in.readLine());
        Map<Integer, Integer> seen = new HashMap<>();
        long ways = 0;
        for (int i = 0; i < n; i++) {
            int price = Integer.parseInt(prices.nextToken());
            ways += seen.getOrDefault(amount - price, 0);
            seen.merge(price, 1, Integer::sum);
        }
        System.out.println(ways);
    }
}
