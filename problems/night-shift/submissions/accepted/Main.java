// Turns each time into minutes since midnight and adds up each person's minutes in a hash map.
// O(N) to read, O(P log P) to sort P people.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

public class Main {
    private static final int DAY = 24 * 60;

    private static int toMinutes(String clock) {
        return Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3, 5));
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int n = Integer.parseInt(in.readLine());

        Map<String, Integer> worked = new HashMap<>();
        for (int i = 0; i < n; i++) {
            StringTokenizer line = new StringTokenizer(in.readLine());
            String name = line.nextToken();
            String shift = line.nextToken();
            int rest = Integer.parseInt(line.nextToken());

            int start = toMinutes(shift.substring(0, 5));
            int end = toMinutes(shift.substring(6));
            if (end <= start) {
                end += DAY;
            }
            worked.merge(name, end - start - rest, Integer::sum);
        }

        List<String> people = new ArrayList<>(worked.keySet());
        people.sort((a, b) -> {
            int longestFirst = Integer.compare(worked.get(b), worked.get(a));
            return longestFirst != 0 ? longestFirst : a.compareTo(b);
        });

        StringBuilder out = new StringBuilder();
        for (String name : people) {
            int minutes = worked.get(name);
            out.append(name).append(' ').append(minutes / 60).append(':');
            if (minutes % 60 < 10) {
                out.append('0');
            }
            out.append(minutes % 60).append('\n');
        }
        System.out.print(out);
    }
}
