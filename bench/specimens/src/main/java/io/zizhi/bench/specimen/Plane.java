package io.zizhi.bench.specimen;

/** Maps a quadrangle to a rectangle, as a camera does. */
final class Plane {

    private Plane() {}

    /**
     * Returns the eight coefficients p of x' = (p0 x + p1 y + p2) / (p6 x + p7 y + 1), y' = (p3 x + p4 y + p5) / (p6 x + p7
     * y + 1).
     *
     * @param corners x and y of the corners: top left, top right, bottom right, bottom left
     */
    static double[] toRectangle(double[] corners, double width, double height) {
        double[] targetX = {0, width, width, 0};
        double[] targetY = {0, 0, height, height};
        double[][] rows = new double[8][];
        for (int i = 0; i < 4; i++) {
            double x = corners[2 * i];
            double y = corners[2 * i + 1];
            rows[2 * i] = new double[] {x, y, 1, 0, 0, 0, -x * targetX[i], -y * targetX[i], targetX[i]};
            rows[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -x * targetY[i], -y * targetY[i], targetY[i]};
        }
        return solve(rows);
    }

    /** Solves linear equations by elimination with pivoting; the last column is the right side. */
    private static double[] solve(double[][] rows) {
        int size = rows.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swapped = rows[column];
            rows[column] = rows[pivot];
            rows[pivot] = swapped;
            for (int row = 0; row < size; row++) {
                double factor = row == column ? 0 : rows[row][column] / rows[column][column];
                for (int i = column; i <= size; i++) {
                    rows[row][i] -= factor * rows[column][i];
                }
            }
        }
        double[] solution = new double[size];
        for (int i = 0; i < size; i++) {
            solution[i] = rows[i][size] / rows[i][i];
        }
        return solution;
    }
}
