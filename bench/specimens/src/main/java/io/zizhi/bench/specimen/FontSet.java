package io.zizhi.bench.specimen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Fonts of Debian packages. The two sets share no font. */
public enum FontSet {
    /** For tuning and tests. */
    TUNING(
            "fonts-droid-fallback fonts-arphic-uming",
            "truetype/droid/DroidSansFallbackFull.ttf",
            "truetype/arphic/uming.ttc"),
    /** For published figures only. Recognition was never tuned with it. */
    PUBLISHED("fonts-noto-cjk", "opentype/noto/NotoSansCJK-Regular.ttc", "opentype/noto/NotoSerifCJK-Regular.ttc");

    private final String packages;
    private final List<String> files;

    FontSet(String packages, String... files) {
        this.packages = packages;
        this.files = List.of(files);
    }

    /** Returns the Debian packages with these fonts, separated by spaces. */
    public String packages() {
        return packages;
    }

    /**
     * Returns the fonts of this set that are installed, in a fixed order.
     *
     * @param root folder below which packages are installed, normally {@code /}
     */
    public List<Typeface> installed(Path root) {
        return files(root).filter(Files::isReadable).map(Typeface::of).toList();
    }

    /** Returns whether all fonts of this set are installed. */
    public boolean isComplete(Path root) {
        return files(root).allMatch(Files::isReadable);
    }

    private Stream<Path> files(Path root) {
        return files.stream().map(root.resolve("usr/share/fonts")::resolve);
    }
}
