// Breadth-first search by minutes: arriving earlier is never worse, so the first arrival at a cell decides.
// O(R * C).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.StringTokenizer;

public class Main {
    private static final int[] DR = {-1, 0, 1, 0};
    private static final int[] DC = {0, 1, 0, -1};

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int[] size = readNumbers(in.readLine(), 2);
        int[] start = readNumbers(in.readLine(), 2);
        int[][] flood = new int[size[0]][];
        for (int r = 0; r < size[0]; r++) {
            flood[r] = readNumbers(in.readLine(), size[1]);
        }
        System.out.println(minutesToShore(flood, start[0] - 1, start[1] - 1));
    }

    private static int minutesToShore(int[][] flood, int startRow, int startCol) {
        int rows = flood.length;
        int cols = flood[0].length;
        int[][] arrival = new int[rows][cols];
        for (int[] row : arrival) {
            Arrays.fill(row, -1);
        }
        arrival[startRow][startCol] = 0;
        Queue<Integer> queue = new ArrayDeque<>();
        queue.add(startRow * cols + startCol);

        while (!queue.isEmpty()) {
            int cell = queue.remove();
            int r = cell / cols;
            int c = cell % cols;
            if (r == 0) {
                return arrival[r][c];
            }
            int minute = arrival[r][c] + 1;
            for (int d = 0; d < 4; d++) {
                int nr = r + DR[d];
                int nc = c + DC[d];
                boolean inside = nr >= 0 && nr < rows && nc >= 0 && nc < cols;
                if (inside && arrival[nr][nc] == -1 && minute < flood[nr][nc]) {
                    arrival[nr][nc] = minute;
                    queue.add(nr * cols + nc);
                }
            }
        }
        return -1;
    }

    private static int[] readNumbers(String line, int count) {
        StringTokenizer tokens = new StringTokenizer(line);
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Integer.parseInt(tokens.nextToken());
        }
        return numbers;
    }
}
