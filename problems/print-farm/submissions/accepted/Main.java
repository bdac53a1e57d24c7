// Binary search on the time: the number of finished parts never falls as time passes.
// O(N log(answer)).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Main {
    private record Printer(long seconds, long batch, long cycle) {
        long finishedBy(long time) {
            // The rest of the cycle may include cooling, in which nothing is printed.
            return time / cycle * batch + Math.min(batch, time % cycle / seconds);
        }

        long timeFor(long parts) {
            return (parts - 1) / batch * cycle + ((parts - 1) % batch + 1) * seconds;
        }
    }

    private static boolean enough(Printer[] printers, long parts, long time) {
        long finished = 0;
        for (Printer printer : printers) {
            finished += printer.finishedBy(time);
            if (finished >= parts) {
                return true;
            }
        }
        return false;
    }

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        StringTokenizer header = new StringTokenizer(in.readLine());
        Printer[] printers = new Printer[Integer.parseInt(header.nextToken())];
        long parts = Long.parseLong(header.nextToken());

        long high = Long.MAX_VALUE;
        for (int i = 0; i < printers.length; i++) {
            StringTokenizer line = new StringTokenizer(in.readLine());
            long seconds = Long.parseLong(line.nextToken());
            long batch = Long.parseLong(line.nextToken());
            long cooling = Long.parseLong(line.nextToken());
            printers[i] = new Printer(seconds, batch, batch * seconds + cooling);
            high = Math.min(high, printers[i].timeFor(parts));
        }

        long low = 0;
        while (high - low > 1) { // enough(high), not enough(low)
            long middle = low + (high - low) / 2;
            if (enough(printers, parts, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        System.out.println(high);
    }
}
