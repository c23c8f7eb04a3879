package io.zizhi.recognition.form;

import io.zizhi.recognition.PictureBox;
import io.zizhi.recognition.ocr.Glyph;
import io.zizhi.recognition.ocr.ReadPicture;
import io.zizhi.recognition.ocr.TextBox;
import io.zizhi.recognition.ocr.TextLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The characters of a picture in rows, after rotation and tilt were taken out of their places. */
public final class Page {

    /** A box with a larger ratio of its sides has a reliable angle. */
    private static final double LONG_LINE = 4;

    /** Lines whose centres are closer than this share of their height are in the same row. */
    private static final double SAME_ROW = 0.42;

    private final ReadPicture picture;
    private final List<Row> rows = new ArrayList<>();

    /** Angle of the lines in the middle of the picture, and how it changes downwards, in radians per pixel. */
    private double angle;

    private double angleByY;

    public Page(ReadPicture picture) {
        this.picture = picture;
        measureAngles();
        List<List<PlacedGlyph>> lines = new ArrayList<>();
        for (TextLine line : picture.lines()) {
            List<PlacedGlyph> glyphs = placed(line, lines.size());
            if (!glyphs.isEmpty()) {
                lines.add(glyphs);
            }
        }
        lines.sort(Comparator.comparingDouble(Page::middle));
        lines.forEach(this::addToRow);
    }

    /** Returns the rows from top to bottom. */
    List<Row> rows() {
        return rows;
    }

    /** Returns the box around characters, in the picture as uploaded. */
    PictureBox box(List<PlacedGlyph> glyphs) {
        double left = Double.MAX_VALUE;
        double right = 0;
        double top = Double.MAX_VALUE;
        double bottom = 0;
        for (PlacedGlyph glyph : glyphs) {
            left = Math.min(left, glyph.pictureX() - glyph.height() / 2);
            right = Math.max(right, glyph.pictureX() + glyph.height() / 2);
            top = Math.min(top, glyph.pictureY() - glyph.height() / 2);
            bottom = Math.max(bottom, glyph.pictureY() + glyph.height() / 2);
        }
        return asUploaded(
                Math.clamp(left, 0, picture.width()),
                Math.clamp(top, 0, picture.height()),
                Math.clamp(right, 0, picture.width()),
                Math.clamp(bottom, 0, picture.height()));
    }

    /** Turns the box back by the quarters that made the picture upright. */
    private PictureBox asUploaded(double left, double top, double right, double bottom) {
        int width = picture.width();
        int height = picture.height();
        return switch (picture.quarters()) {
            case 1 -> box(top, width - right, bottom, width - left);
            case 2 -> box(width - right, height - bottom, width - left, height - top);
            case 3 -> box(height - bottom, left, height - top, right);
            default -> box(left, top, right, bottom);
        };
    }

    private static PictureBox box(double left, double top, double right, double bottom) {
        int x = (int) Math.floor(left);
        int y = (int) Math.floor(top);
        return new PictureBox(x, y, (int) Math.ceil(right) - x, (int) Math.ceil(bottom) - y);
    }

    /** Fits a straight line to the angles of long lines: a photo taken at an angle turns upper and lower lines apart. */
    private void measureAngles() {
        double weights = 0;
        double sumY = 0;
        double sumAngle = 0;
        List<TextBox> boxes = picture.lines().stream()
                .map(TextLine::box)
                .filter(box -> box.width() > LONG_LINE * box.height())
                .toList();
        for (TextBox box : boxes) {
            weights += box.width();
            sumY += box.width() * (box.centerY() - picture.height() / 2.0);
            sumAngle += box.width() * box.angle();
        }
        if (weights == 0) {
            return;
        }
        double meanY = sumY / weights;
        double meanAngle = sumAngle / weights;
        double varianceY = 0;
        double covariance = 0;
        for (TextBox box : boxes) {
            double y = box.centerY() - picture.height() / 2.0 - meanY;
            varianceY += box.width() * y * y;
            covariance += box.width() * y * (box.angle() - meanAngle);
        }
        angleByY = boxes.size() > 2 && varianceY > 0 ? covariance / varianceY : 0;
        angle = meanAngle - angleByY * meanY;
    }

    private List<PlacedGlyph> placed(TextLine line, int number) {
        TextBox box = line.box();
        List<PlacedGlyph> glyphs = new ArrayList<>();
        for (Glyph glyph : line.glyphs()) {
            if (!glyph.character().isBlank()) {
                double along = (glyph.at() - 0.5) * box.width();
                glyphs.add(place(
                        glyph,
                        box.centerX() + along * Math.cos(box.angle()),
                        box.centerY() + along * Math.sin(box.angle()),
                        box.height(),
                        number));
            }
        }
        return glyphs;
    }

    private PlacedGlyph place(Glyph glyph, double pictureX, double pictureY, double height, int line) {
        double fromMiddleX = pictureX - picture.width() / 2.0;
        double fromMiddleY = pictureY - picture.height() / 2.0;
        double x = fromMiddleX * Math.cos(angle) + fromMiddleY * Math.sin(angle);
        double y = fromMiddleY * Math.cos(angle) - fromMiddleX * Math.sin(angle);
        return new PlacedGlyph(
                glyph.character(),
                glyph.confidence(),
                x,
                y - x * angleByY * fromMiddleY,
                height,
                pictureX,
                pictureY,
                line);
    }

    private static double middle(List<PlacedGlyph> line) {
        return line.stream().mapToDouble(PlacedGlyph::y).average().orElseThrow();
    }

    private void addToRow(List<PlacedGlyph> line) {
        double y = middle(line);
        double height = line.getFirst().height();
        for (Row row : rows) {
            if (Math.abs(row.y() - y) < SAME_ROW * Math.min(height, row.height())) {
                row.add(line);
                return;
            }
        }
        rows.add(new Row(line, y));
    }
}
