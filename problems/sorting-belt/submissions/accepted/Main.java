// Follows each parcel move by move; directions 0..3 are clockwise, so a turn is +1 modulo 4.
// O(Q * T) moves of O(1).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Main {
    private static final String BELTS = "^>v<";
    private static final String SIDES = "URDL";
    private static final int[] DR = {-1, 0, 1, 0};
    private static final int[] DC = {0, 1, 0, -1};

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        StringTokenizer header = new StringTokenizer(in.readLine());
        int rows = Integer.parseInt(header.nextToken());
        int cols = Integer.parseInt(header.nextToken());
        int limit = Integer.parseInt(header.nextToken());

        int[][] direction = new int[rows][cols];
        boolean[][] turns = new boolean[rows][cols];
        for (int r = 0; r < rows; r++) {
            String row = in.readLine();
            for (int c = 0; c < cols; c++) {
                int side = SIDES.indexOf(row.charAt(c));
                turns[r][c] = side >= 0;
                direction[r][c] = side >= 0 ? side : BELTS.indexOf(row.charAt(c));
            }
        }

        StringBuilder out = new StringBuilder();
        int parcels = Integer.parseInt(in.readLine());
        for (int i = 0; i < parcels; i++) {
            StringTokenizer place = new StringTokenizer(in.readLine());
            int r = Integer.parseInt(place.nextToken()) - 1;
            int c = Integer.parseInt(place.nextToken()) - 1;

            boolean gone = false;
            for (int move = 1; move <= limit && !gone; move++) {
                int d = direction[r][c];
                if (turns[r][c]) {
                    direction[r][c] = (d + 1) % 4;
                }
                int nextR = r + DR[d];
                int nextC = c + DC[d];
                gone = nextR < 0 || nextR >= rows || nextC < 0 || nextC >= cols;
                if (gone) {
                    int line = DC[d] == 0 ? c : r;
                    out.append(SIDES.charAt(d)).append(' ').append(line + 1).append(' ').append(move).append('\n');
                } else {
                    r = nextR;
                    c = nextC;
                }
            }
            if (!gone) {
                out.append("X ").append(r + 1).append(' ').append(c + 1).append('\n');
            }
        }
        System.out.print(out);
    }
}
