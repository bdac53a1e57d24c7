// Adds up the moves of each belt, and rotates the list of its plates once.
// O(HW + Q).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.ArrayList;
import java.util.List;

public class Main {
    private static final StreamTokenizer IN =
        new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));

    private static int next() throws IOException {
        IN.nextToken();
        return (int) IN.nval;
    }

    /** The squares {row, column} of a belt, clockwise from its top left corner. */
    private static List<int[]> squaresOf(int belt, int h, int w) {
        int bottom = h - 1 - belt;
        int right = w - 1 - belt;
        List<int[]> squares = new ArrayList<>();
        for (int c = belt; c < right; c++) {
            squares.add(new int[] {belt, c});
        }
        for (int r = belt; r < bottom; r++) {
            squares.add(new int[] {r, right});
        }
        for (int c = right; c > belt; c--) {
            squares.add(new int[] {bottom, c});
        }
        for (int r = bottom; r > belt; r--) {
            squares.add(new int[] {r, belt});
        }
        return squares;
    }

    public static void main(String[] args) throws IOException {
        int h = next();
        int w = next();
        int q = next();
        int[][] plates = new int[h][w];
        for (int[] row : plates) {
            for (int c = 0; c < w; c++) {
                row[c] = next();
            }
        }
        long[] moves = new long[Math.min(h, w) / 2];
        for (int i = 0; i < q; i++) {
            int belt = next();
            moves[belt - 1] += next();
        }

        int[][] after = new int[h][];
        for (int r = 0; r < h; r++) {
            after[r] = plates[r].clone();
        }
        for (int belt = 0; belt < moves.length; belt++) {
            List<int[]> squares = squaresOf(belt, h, w);
            int length = squares.size();
            int shift = (int) Math.floorMod(moves[belt], (long) length);
            for (int i = 0; i < length; i++) {
                int[] from = squares.get(i);
                int[] to = squares.get((i + shift) % length);
                after[to[0]][to[1]] = plates[from[0]][from[1]];
            }
        }

        StringBuilder out = new StringBuilder();
        for (int[] row : after) {
            for (int c = 0; c < w; c++) {
                out.append(row[c]).append(c + 1 < w ? ' ' : '\n');
            }
        }
        System.out.print(out);
    }
}
