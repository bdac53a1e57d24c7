// One heap says when each runner becomes idle, another which waiting build is next.
// O(N log N + N log K).
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

public class Main {
    private record Build(int number, int submitted, int priority, int duration) {}

    private static final byte[] BUFFER = new byte[1 << 16];
    private static int length = 0;
    private static int position = 0;

    private static int readByte() throws IOException {
        if (position == length) {
            InputStream in = System.in;
            length = in.read(BUFFER);
            position = 0;
            if (length <= 0) {
                return -1;
            }
        }
        return BUFFER[position++];
    }

    private static int readInt() throws IOException {
        int c = readByte();
        while (c <= ' ') {
            c = readByte();
        }
        int value = 0;
        while (c > ' ') {
            value = value * 10 + c - '0';
            c = readByte();
        }
        return value;
    }

    public static void main(String[] args) throws IOException {
        int n = readInt();
        int k = readInt();
        Build[] builds = new Build[n];
        for (int i = 0; i < n; i++) {
            builds[i] = new Build(i + 1, readInt(), readInt(), readInt());
        }
        Arrays.sort(builds, Comparator.comparingInt(Build::submitted));

        PriorityQueue<Long> freeAt = new PriorityQueue<>();
        for (int runner = 0; runner < k; runner++) {
            freeAt.add(0L);
        }
        PriorityQueue<Build> waiting = new PriorityQueue<>(
            Comparator.comparingInt((Build build) -> -build.priority())
                .thenComparingInt(Build::submitted)
                .thenComparingInt(Build::number));

        long now = 0;
        long total = 0;
        long longest = -1;
        int longestBuild = 0;
        int arrived = 0;
        for (int started = 0; started < n; started++) {
            now = Math.max(now, freeAt.remove());
            if (waiting.isEmpty()) {
                now = Math.max(now, builds[arrived].submitted());
            }
            while (arrived < n && builds[arrived].submitted() <= now) {
                waiting.add(builds[arrived++]);
            }

            Build build = waiting.remove();
            freeAt.add(now + build.duration());

            long wait = now - build.submitted();
            total += wait;
            if (wait > longest || (wait == longest && build.number() < longestBuild)) {
                longest = wait;
                longestBuild = build.number();
            }
        }
        System.out.println(total + " " + longest + " " + longestBuild);
    }
}
