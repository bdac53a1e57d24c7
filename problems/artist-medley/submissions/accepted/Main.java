// A sliding window with the number of its songs by each artist.
// O(N) expected: each song enters and leaves the window at most once.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

public class Main {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int k = Integer.parseInt(in.readLine().trim().split(" ")[1]);
        String[] artists = in.readLine().trim().split(" ");
        int[] seconds = Arrays.stream(in.readLine().trim().split(" ")).mapToInt(Integer::parseInt).toArray();

        Map<String, Integer> songsBy = new HashMap<>();
        int best = 0;
        int first = 0;
        int last = 0;
        int time = 0;
        int left = 0;
        for (int right = 0; right < artists.length; right++) {
            songsBy.merge(artists[right], 1, Integer::sum);
            time += seconds[right];
            while (songsBy.size() > k) {
                // A null removes the artist from the map.
                songsBy.computeIfPresent(artists[left], (artist, songs) -> songs == 1 ? null : songs - 1);
                time -= seconds[left];
                left++;
            }
            if (time > best) {
                best = time;
                first = left + 1;
                last = right + 1;
            }
        }
        System.out.println(best + " " + first + " " + last);
    }
}
