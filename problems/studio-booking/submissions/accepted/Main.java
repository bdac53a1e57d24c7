// Takes the requests by their ends and puts each one into the studio that has been ready for the shortest time.
// A sorted map tells how many studios become ready at which moment.
// O(N log N).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

public class Main {
    private record Request(int start, int end) {}

    private static StreamTokenizer in;

    private static int nextInt() throws IOException {
        in.nextToken();
        return (int) in.nval;
    }

    public static void main(String[] args) throws IOException {
        in = new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));
        int n = nextInt();
        int k = nextInt();
        int cleaning = nextInt();
        Request[] requests = new Request[n];
        for (int i = 0; i < n; i++) {
            int start = nextInt();
            requests[i] = new Request(start, nextInt());
        }
        Arrays.sort(requests, (a, b) -> Integer.compare(a.end, b.end));

        TreeMap<Integer, Integer> ready = new TreeMap<>();
        ready.put(0, k);
        int granted = 0;
        for (Request request : requests) {
            Map.Entry<Integer, Integer> latest = ready.floorEntry(request.start);
            if (latest == null) {
                continue;
            }
            if (latest.getValue() == 1) {
                ready.remove(latest.getKey());
            } else {
                ready.put(latest.getKey(), latest.getValue() - 1);
            }
            ready.merge(request.end + cleaning, 1, Integer::sum);
            granted++;
        }
        System.out.println(granted);
    }
}
