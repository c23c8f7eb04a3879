package io.zizhi.recognition.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the rectangle of the smallest area around points: one of its sides lies on the convex hull. */
final class SmallestBox {

    /** A box with a smaller ratio of its sides may be a single character; its angle is the one nearest to 0. */
    private static final double LINE = 1.5;

    private SmallestBox() {}

    static TextBox around(List<int[]> points) {
        List<int[]> hull = hull(points);
        TextBox smallest = along(hull, 0);
        for (int i = 0; i < hull.size(); i++) {
            int[] from = hull.get(i);
            int[] to = hull.get((i + 1) % hull.size());
            TextBox box = along(hull, Math.atan2(to[1] - from[1], to[0] - from[0]));
            if (box.width() * box.height() < smallest.width() * smallest.height()) {
                smallest = box;
            }
        }
        return readable(smallest);
    }

    /** Returns the box with sides of this angle. */
    private static TextBox along(List<int[]> hull, double angle) {
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int[] point : hull) {
            double x = point[0] * cosine + point[1] * sine;
            double y = point[1] * cosine - point[0] * sine;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
        }
        double x = (left + right) / 2;
        double y = (top + bottom) / 2;
        return new TextBox(
                x * cosine - y * sine + 0.5, x * sine + y * cosine + 0.5, right - left + 1, bottom - top + 1, angle);
    }

    /** Turns the sides so that the width lies along the text, which runs from left to right, or downwards. */
    private static TextBox readable(TextBox box) {
        boolean isUpright = box.height() > box.width() * LINE;
        double angle = isUpright ? box.angle() + Math.PI / 2 : box.angle();
        double width = isUpright ? box.height() : box.width();
        double height = isUpright ? box.width() : box.height();
        angle = Math.IEEEremainder(angle, Math.PI);
        if (Math.abs(angle) > Math.PI / 4 && width < height * LINE) {
            angle -= Math.copySign(Math.PI / 2, angle);
            return new TextBox(box.centerX(), box.centerY(), height, width, angle);
        }
        return new TextBox(box.centerX(), box.centerY(), width, height, angle);
    }

    /** Returns the convex hull, by Andrew's monotone chain. */
    private static List<int[]> hull(List<int[]> points) {
        List<int[]> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.<int[]>comparingInt(point -> point[0]).thenComparingInt(point -> point[1]));
        List<int[]> hull = new ArrayList<>(half(sorted));
        hull.addAll(half(sorted.reversed()));
        return hull;
    }

    /** Returns one side of the hull without its last point. */
    private static List<int[]> half(List<int[]> sorted) {
        List<int[]> half = new ArrayList<>();
        for (int[] point : sorted) {
            while (half.size() > 1 && !isTurn(half.get(half.size() - 2), half.getLast(), point)) {
                half.removeLast();
            }
            half.add(point);
        }
        half.removeLast();
        return half;
    }

    private static boolean isTurn(int[] from, int[] over, int[] to) {
        return (long) (over[0] - from[0]) * (to[1] - from[1]) - (long) (over[1] - from[1]) * (to[0] - from[0]) > 0;
    }
}
