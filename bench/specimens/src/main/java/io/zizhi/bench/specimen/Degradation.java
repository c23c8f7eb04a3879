package io.zizhi.bench.specimen;

import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * How a picture was taken. The strengths are drawn evenly from the bounds given here. They were fixed before recognition
 * was tuned: a change makes all published figures invalid.
 */
public enum Degradation {
    /** A scan: only a narrow margin, JPEG quality 0.9. */
    CLEAN {
        @Override
        Photo take(BufferedImage sheet, Random random) {
            return Photo.of(sheet);
        }
    },
    /** On a desk, turned by 3° to 15° in either direction. */
    ROTATED {
        @Override
        Photo take(BufferedImage sheet, Random random) {
            return Photo.onDesk(sheet, random).rotate(sign(random) * between(3, 15, random));
        }
    },
    /** Turned by 90°, 180° or 270°. */
    TURNED {
        @Override
        Photo take(BufferedImage sheet, Random random) {
            return Photo.onDesk(sheet, random).turn(1 + random.nextInt(3));
        }
    },
    /** Out of focus: Gaussian blur with σ 1.2 to 2.4 pixels. */
    BLURRED {
        @Override
        Photo take(BufferedImage sheet, Random random) {
            return Photo.of(sheet).blur(between(1.2, 2.4, random));
        }
    },
    /** Gaussian noise with σ 20 to 40 of 255 in each colour, then JPEG quality 0.3 to 0.5. */
    NOISY {
        @Override
        Photo take(BufferedImage sheet, Random random) {
            return Photo.of(sheet).noise(between(20, 40, random), random).quality(between(0.3, 0.5, random));
        }
    },
    /** Brightness reduced to 20 % to 40 %, falling off to one corner by half; noise with σ 4 to 8. */
    LOW_LIGHT {
        @Override
        Photo take(BufferedImage sheet, Random random) {
            return Photo.of(sheet).dim(between(0.2, 0.4, random), 0.5, random).noise(between(4, 8, random), random);
        }
    },
    /** Photographed at an angle: each corner moves inwards by up to 12 % of width and height. */
    ANGLED {
        @Override
        Photo take(BufferedImage sheet, Random random) {
            return Photo.onDesk(sheet, random).tilt(0.12, random);
        }
    },
    /**
     * A hurried photo: tilted by up to 5 %, turned by 1° to 6°, blurred with σ 0.8 to 1.4, brightness 45 % to 70 %, noise
     * with σ 8 to 14, JPEG quality 0.6.
     */
    COMBINED {
        @Override
        Photo take(BufferedImage sheet, Random random) {
            return Photo.onDesk(sheet, random)
                    .tilt(0.05, random)
                    .rotate(sign(random) * between(1, 6, random))
                    .blur(between(0.8, 1.4, random))
                    .dim(between(0.45, 0.7, random), 0.3, random)
                    .noise(between(8, 14, random), random)
                    .quality(0.6);
        }
    };

    abstract Photo take(BufferedImage sheet, Random random);

    byte[] apply(BufferedImage sheet, Random random) {
        return take(sheet, random).jpeg();
    }

    private static double between(double least, double most, Random random) {
        return least + (most - least) * random.nextDouble();
    }

    private static int sign(Random random) {
        return random.nextBoolean() ? 1 : -1;
    }
}
