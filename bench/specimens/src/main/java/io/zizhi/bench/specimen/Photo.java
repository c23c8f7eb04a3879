package io.zizhi.bench.specimen;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The photo of a sheet. Each method returns a worse one. */
final class Photo {

    private static final double QUALITY = 0.9;

    /** Share of the sheet's width and height that the desk adds on each side. */
    private static final double DESK = 0.12;

    private final BufferedImage picture;
    private final double quality;

    /** The colours of the picture, row by row. */
    private final int[] pixels;

    private Photo(BufferedImage picture, double quality) {
        this.picture = picture;
        this.quality = quality;
        this.pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    static Photo of(BufferedImage sheet) {
        return new Photo(sheet, QUALITY);
    }

    /** Lays the sheet on a plain, slightly uneven desk of a random dark colour. */
    static Photo onDesk(BufferedImage sheet, Random random) {
        int marginX = (int) (sheet.getWidth() * DESK);
        int marginY = (int) (sheet.getHeight() * DESK);
        BufferedImage desk = new BufferedImage(
                sheet.getWidth() + 2 * marginX, sheet.getHeight() + 2 * marginY, BufferedImage.TYPE_INT_RGB);
        int[] colour = {40 + random.nextInt(90), 40 + random.nextInt(70), 30 + random.nextInt(60)};
        for (int y = 0; y < desk.getHeight(); y++) {
            for (int x = 0; x < desk.getWidth(); x++) {
                int grain = random.nextInt(9) - 4 + x * 20 / desk.getWidth();
                desk.setRGB(x, y, rgb(colour[0] + grain, colour[1] + grain, colour[2] + grain));
            }
        }
        desk.getRaster().setRect(marginX, marginY, sheet.getRaster());
        return new Photo(desk, QUALITY);
    }

    Photo quality(double jpegQuality) {
        return new Photo(picture, jpegQuality);
    }

    /** Turns the photo within its frame; the edges continue outside it. */
    Photo rotate(double degrees) {
        double sine = Math.sin(Math.toRadians(degrees));
        double cosine = Math.cos(Math.toRadians(degrees));
        double centerX = picture.getWidth() / 2.0;
        double centerY = picture.getHeight() / 2.0;
        double scale = 1 + Math.abs(sine) * 0.35;
        return warp(
                (x, y) -> centerX + scale * ((x - centerX) * cosine + (y - centerY) * sine),
                (x, y) -> centerY + scale * ((y - centerY) * cosine - (x - centerX) * sine));
    }

    /** @param quarters number of clockwise turns by 90° */
    Photo turn(int quarters) {
        BufferedImage from = picture;
        for (int i = 0; i < quarters; i++) {
            BufferedImage to = new BufferedImage(from.getHeight(), from.getWidth(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < from.getHeight(); y++) {
                for (int x = 0; x < from.getWidth(); x++) {
                    to.setRGB(from.getHeight() - 1 - y, x, from.getRGB(x, y));
                }
            }
            from = to;
        }
        return new Photo(from, quality);
    }

    /** @param most maximum share of width and height by which a corner moves inwards */
    Photo tilt(double most, Random random) {
        double[] corners = new double[8];
        for (int i = 0; i < 8; i++) {
            double size = i % 2 == 0 ? picture.getWidth() : picture.getHeight();
            boolean isFar = i % 2 == 0 ? i == 2 || i == 4 : i >= 5;
            corners[i] = isFar ? size - most * size * random.nextDouble() : most * size * random.nextDouble();
        }
        double[] plane = Plane.toRectangle(corners, picture.getWidth(), picture.getHeight());
        return warp(
                (x, y) -> (plane[0] * x + plane[1] * y + plane[2]) / (plane[6] * x + plane[7] * y + 1),
                (x, y) -> (plane[3] * x + plane[4] * y + plane[5]) / (plane[6] * x + plane[7] * y + 1));
    }

    /** @param sigma in pixels */
    Photo blur(double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        double[] kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = Math.exp(-(i - radius) * (i - radius) / (2 * sigma * sigma));
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return convolve(kernel, radius, 1, 0).convolve(kernel, radius, 0, 1);
    }

    private Photo convolve(double[] kernel, int radius, int stepX, int stepY) {
        BufferedImage to = empty();
        for (int y = 0; y < to.getHeight(); y++) {
            for (int x = 0; x < to.getWidth(); x++) {
                double red = 0;
                double green = 0;
                double blue = 0;
                for (int i = -radius; i <= radius; i++) {
                    int rgb = at(x + i * stepX, y + i * stepY);
                    red += kernel[i + radius] * (rgb >> 16 & 255);
                    green += kernel[i + radius] * (rgb >> 8 & 255);
                    blue += kernel[i + radius] * (rgb & 255);
                }
                to.setRGB(x, y, rgb(red, green, blue));
            }
        }
        return new Photo(to, quality);
    }

    /** @param sigma standard deviation in each colour, of 255 */
    Photo noise(double sigma, Random random) {
        return recolour(index -> 1, () -> sigma * random.nextGaussian());
    }

    /**
     * @param brightness factor in the brightest corner
     * @param fall share of the brightness that the opposite corner loses
     */
    Photo dim(double brightness, double fall, Random random) {
        boolean fromRight = random.nextBoolean();
        int width = picture.getWidth();
        double diagonal = width + picture.getHeight();
        return recolour(
                index -> {
                    int x = index % width;
                    return brightness * (1 - fall * ((fromRight ? width - x : x) + index / width) / diagonal);
                },
                () -> 0);
    }

    private Photo recolour(IntToDoubleFunction factor, DoubleSupplier offset) {
        BufferedImage to = empty();
        for (int y = 0; y < to.getHeight(); y++) {
            for (int x = 0; x < to.getWidth(); x++) {
                int rgb = at(x, y);
                double by = factor.applyAsDouble(y * to.getWidth() + x);
                to.setRGB(
                        x,
                        y,
                        rgb(
                                by * (rgb >> 16 & 255) + offset.getAsDouble(),
                                by * (rgb >> 8 & 255) + offset.getAsDouble(),
                                by * (rgb & 255) + offset.getAsDouble()));
            }
        }
        return new Photo(to, quality);
    }

    byte[] jpeg() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality((float) quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A photo could not be written", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private BufferedImage empty() {
        return new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    }

    /** Computes each pixel from the place that it shows, by linear interpolation. */
    private Photo warp(Coordinate fromX, Coordinate fromY) {
        BufferedImage to = empty();
        for (int y = 0; y < to.getHeight(); y++) {
            for (int x = 0; x < to.getWidth(); x++) {
                to.setRGB(x, y, between(fromX.at(x, y), fromY.at(x, y)));
            }
        }
        return new Photo(to, quality);
    }

    private int between(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double bottom = y - top;
        double[] colours = new double[3];
        for (int corner = 0; corner < 4; corner++) {
            int rgb = at(left + (corner & 1), top + (corner >> 1));
            double share = ((corner & 1) == 1 ? right : 1 - right) * (corner >> 1 == 1 ? bottom : 1 - bottom);
            for (int i = 0; i < 3; i++) {
                colours[i] += share * ((rgb >> (16 - 8 * i)) & 255);
            }
        }
        return rgb(colours[0], colours[1], colours[2]);
    }

    private int at(int x, int y) {
        return pixels[
                Math.clamp(y, 0, picture.getHeight() - 1) * picture.getWidth()
                        + Math.clamp(x, 0, picture.getWidth() - 1)];
    }

    private static int rgb(double red, double green, double blue) {
        return byteOf(red) << 16 | byteOf(green) << 8 | byteOf(blue);
    }

    private static int byteOf(double value) {
        return (int) Math.clamp(Math.round(value), 0L, 255L);
    }

    private interface Coordinate {
        double at(double x, double y);
    }
}
