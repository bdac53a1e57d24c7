// Rerooting in two passes. Bottom up: parcels below each road and the best saving below each village.
// Top down: the tolls of a child from those of its parent, and the best saving outside its subtree, for which
// each village remembers its two best branches.
// O(N).
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.ArrayList;
import java.util.List;

public class Main {
    private record Road(Village to, int toll) {}

    private static class Village {
        final List<Road> roads = new ArrayList<>();
        Village parent;
        int tollUp;
        long parcels; // in the whole subtree, after the first pass
        long branch; // best saving on the road to the parent or below
        long best; // the greatest and the second greatest branch among the children
        long second;
        long outside; // best saving on a road outside the subtree, seen from this village
        long tolls;
    }

    private static StreamTokenizer in;

    private static int nextInt() throws IOException {
        in.nextToken();
        return (int) in.nval;
    }

    public static void main(String[] args) throws IOException {
        in = new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));
        int n = nextInt();
        List<Village> villages = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < n; i++) {
            Village village = new Village();
            village.parcels = nextInt();
            total += village.parcels;
            villages.add(village);
        }
        for (int i = 1; i < n; i++) {
            Village u = villages.get(nextInt() - 1);
            Village v = villages.get(nextInt() - 1);
            int toll = nextInt();
            u.roads.add(new Road(v, toll));
            v.roads.add(new Road(u, toll));
        }

        List<Village> order = parentsFirst(villages.get(0));
        collectFromBelow(order);
        handDown(order, total);

        StringBuilder out = new StringBuilder();
        for (Village village : villages) {
            out.append(village.tolls - Math.max(village.best, village.outside)).append('\n');
        }
        System.out.print(out);
    }

    /** All villages, each one after its parent; recursion could be as deep as N. */
    private static List<Village> parentsFirst(Village root) {
        List<Village> order = new ArrayList<>();
        order.add(root);
        for (int i = 0; i < order.size(); i++) {
            Village village = order.get(i);
            for (Road road : village.roads) {
                if (road.to != village.parent) {
                    road.to.parent = village;
                    road.to.tollUp = road.toll;
                    order.add(road.to);
                }
            }
        }
        return order;
    }

    private static void collectFromBelow(List<Village> order) {
        Village root = order.get(0);
        for (int i = order.size() - 1; i > 0; i--) {
            Village child = order.get(i);
            Village parent = child.parent;
            long saving = child.tollUp * child.parcels;
            root.tolls += saving;
            parent.parcels += child.parcels;
            child.branch = Math.max(saving, child.best);
            if (child.branch > parent.best) {
                parent.second = parent.best;
                parent.best = child.branch;
            } else {
                parent.second = Math.max(parent.second, child.branch);
            }
        }
    }

    private static void handDown(List<Village> order, long total) {
        for (Village child : order.subList(1, order.size())) {
            Village parent = child.parent;
            long parcelsOutside = total - child.parcels;
            child.tolls = parent.tolls + child.tollUp * (parcelsOutside - child.parcels);
            long siblings = child.branch == parent.best ? parent.second : parent.best;
            child.outside = Math.max(Math.max(parent.outside, siblings), child.tollUp * parcelsOutside);
        }
    }
}
