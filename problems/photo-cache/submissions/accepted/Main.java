// A linked hash map in access order holds the photos, the one that waits longest in front.
// O(N) on average.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringTokenizer;

public class Main {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        StringTokenizer header = new StringTokenizer(in.readLine());
        int n = Integer.parseInt(header.nextToken());
        int capacity = Integer.parseInt(header.nextToken());

        Map<Integer, Integer> cache = new LinkedHashMap<>(16, 0.75f, true);
        int stored = 0;
        int hits = 0;
        int misses = 0;
        int evictions = 0;
        for (int i = 0; i < n; i++) {
            StringTokenizer request = new StringTokenizer(in.readLine());
            int photo = Integer.parseInt(request.nextToken());
            int size = Integer.parseInt(request.nextToken());
            if (cache.get(photo) != null) { // get() moves the photo to the end
                hits++;
                continue;
            }
            misses++;
            if (size > capacity) {
                continue;
            }
            Iterator<Integer> oldest = cache.values().iterator();
            while (stored > capacity - size) {
                stored -= oldest.next();
                oldest.remove();
                evictions++;
            }
            cache.put(photo, size);
            stored += size;
        }
        System.out.println(hits + " " + misses + " " + evictions);
    }
}
